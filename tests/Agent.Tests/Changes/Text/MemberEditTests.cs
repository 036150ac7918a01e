using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class MemberEditTests
{
    private const string File = """
        namespace N
        {
            public class A
            {
                // Section

                /// <summary>Doc.</summary>
                // Note.
                [Old]
                public int M() // why
                {
                    return 1;
                } // end

                private int _a, _b = 2, _c;

                private int _d; // four
            }

            public enum E
            {
                X, // ex
                /// <summary>Why.</summary>
                Y = 2 // wy
            }

            public record R(int P);
            public class Empty { }
        }

        """;

    public static TheoryData<string, object, string, string> Cases => new()
    {
        { "keeps comments", new ReplaceMember("", "A.M", "int M() => 2;"), "[Old]\n        public int M() // why\n        {\n            return 1;\n        } // end", "int M() => 2; // end" },
        { "brings documentation", new ReplaceMember("", "A.M", "/// <summary>New.</summary>\nint M()\n{\n    return 2;\n}"),
            "/// <summary>Doc.</summary>\n        // Note.\n        [Old]\n        public int M() // why\n        {\n            return 1;\n        }", "/// <summary>New.</summary>\n        int M()\n        {\n            return 2;\n        }" },
        { "brings a comment", new ReplaceMember("", "A.M", "// New.\nint M() => 2; // tail"), "// Note.\n        [Old]\n        public int M() // why\n        {\n            return 1;\n        } // end", "// New.\n        int M() => 2; // tail" },
        { "quoted from the file without its first column", new ReplaceMember("", "A.M", "int M()\n        {\n            return 2;\n        }\n"),
            "[Old]\n        public int M() // why\n        {\n            return 1;\n        }", "int M()\n        {\n            return 2;\n        }" },
        { "other columns", new ReplaceMember("", "A.M", "\n\n  int M()\n  {\n    return 2;\n  }"),
            "[Old]\n        public int M() // why\n        {\n            return 1;\n        }", "int M()\n        {\n          return 2;\n        }" },
        { "one field of three", new ReplaceMember("", "A._b", "private readonly string _b = \"\";"), "private int _a, _b = 2, _c;", "private int _a;\n        private readonly string _b = \"\";\n        private int _c;" },
        { "first field of three", new ReplaceMember("", "_a", "long _a;"), "private int _a, _b = 2, _c;", "long _a;\n        private int _b = 2, _c;" },
        { "last field of three", new ReplaceMember("", "_c", "long _c; // c"), "private int _a, _b = 2, _c;", "private int _a, _b = 2;\n        long _c; // c" },
        { "constant with a comment", new ReplaceMember("", "E.X", "X = 1, // one"), "X, // ex", "X = 1, // one" },
        { "constant without one", new ReplaceMember("", "X", "X = 1"), "X, // ex", "X = 1, // ex" },
        { "last constant", new ReplaceMember("", "E.Y", "Y,\nZ, // zed"), "Y = 2 // wy", "Y,\n        Z // zed" },
        { "type", new ReplaceMember("", "N.R", "public record R(int P, int Q);"), "public record R(int P);", "public record R(int P, int Q);" },
        { "raw string moves with its column", new ReplaceMember("", "_d", "string _d = \"\"\"\n    a\n\n      b\n    \"\"\";"), "private int _d;", "string _d = \"\"\"\n            a\n\n              b\n            \"\"\";" },
        { "verbatim string stays", new ReplaceMember("", "_d", "string _d = @\"\na\n  b\" +\n    1;"), "private int _d;", "string _d = @\"\na\n  b\" +\n            1;" },
        { "delete a method", new DeleteMember("", "M"),
            "\n        /// <summary>Doc.</summary>\n        // Note.\n        [Old]\n        public int M() // why\n        {\n            return 1;\n        } // end\n", "" },
        { "delete a field of three", new DeleteMember("", "_b"), "_a, _b = 2, _c", "_a, _c" },
        { "delete the last field of three", new DeleteMember("", "_c"), ", _c", "" },
        { "delete the last member", new DeleteMember("", "_d"), "\n        private int _d; // four\n", "" },
        { "delete a constant", new DeleteMember("", "E.X"), "        X, // ex\n", "" },
        { "delete the last constant", new DeleteMember("", "E.Y"), "X, // ex\n        /// <summary>Why.</summary>\n        Y = 2 // wy\n", "X // ex\n" },
        { "insert above", new InsertMember("", "M", MemberPlace.Before, "void F() { }"), "        /// <summary>Doc", "        void F() { }\n\n        /// <summary>Doc" },
        { "insert below", new InsertMember("", "M", MemberPlace.After, "void F() { }"), "} // end\n", "} // end\n\n        void F() { }\n" },
        { "insert a field below", new InsertMember("", "_d", MemberPlace.After, "int _e;"), "// four\n", "// four\n        int _e;\n" },
        { "insert below one of three", new InsertMember("", "_b", MemberPlace.After, "int _e;"), "_c;\n", "_c;\n        int _e;\n" },
        { "insert first", new InsertMember("", "A", MemberPlace.First, "int _e;"), "A\n    {\n", "A\n    {\n        int _e;\n\n" },
        { "insert last", new InsertMember("", "A", MemberPlace.Last, "void F() { }"), "// four\n", "// four\n\n        void F() { }\n" },
        { "insert a constant below", new InsertMember("", "E.X", MemberPlace.After, "W = 7, // w"), "X, // ex\n", "X, // ex\n        W = 7, // w\n\n" },
        { "insert a constant above", new InsertMember("", "X", MemberPlace.Before, "W = 7 // w"), "        X, // ex\n", "        W = 7, // w\n        X, // ex\n" },
        { "insert the last constant", new InsertMember("", "E", MemberPlace.Last, "/// <summary>Z.</summary>\nZ,"), "Y = 2 // wy\n", "Y = 2, // wy\n\n        /// <summary>Z.</summary>\n        Z\n" },
        { "insert the first constant", new InsertMember("", "E", MemberPlace.First, "W"), "        X, // ex\n", "        W,\n        X, // ex\n" },
        { "insert into a type without a body", new InsertMember("", "R", MemberPlace.Last, "int Q;"), "record R(int P);", "record R(int P)\n    {\n        int Q;\n    }" },
        { "insert into an empty type", new InsertMember("", "Empty", MemberPlace.First, "int Q;"), "class Empty { }", "class Empty {\n        int Q;\n    }" },
        { "insert a type last", new InsertMember("", "", MemberPlace.Last, "class Z\n{\n}"), "class Empty { }\n", "class Empty { }\n\n    class Z\n    {\n    }\n" },
        { "insert a type first", new InsertMember("", "", MemberPlace.First, "class Z;"), "N\n{\n", "N\n{\n    class Z;\n\n" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Apply_MemberEdit_ChangesNothingElse(string why, object change, string old, string @new)
    {
        var edit = (CodeEdit)change with { Path = Edits.Path };
        Assert.True(File.Split(old).Length == 2, $"{why}: the case names a text that is not there once");
        var expected = File.Replace(old, @new, StringComparison.Ordinal);
        Assert.Equal(expected, Edits.Apply(File, edit));

        // The same in a file with the other line endings.
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), Edits.Apply(File.ReplaceLineEndings("\r\n"), edit));
    }

    [Theory]
    [InlineData("A.M", "int M( { }", CodeErrorKind.CompileErrors, "In the source, line 1, column 8: CS")]
    [InlineData("A.M", "\n\nint M()\n{\n    return 1\n}", CodeErrorKind.CompileErrors, "line 5, column 13: CS1002")]
    [InlineData("A.M", "int M() { } } class B { void F() { }", CodeErrorKind.InvalidArgument, "closing braces is too many")]
    [InlineData("A.M", "int M() { /*", CodeErrorKind.CompileErrors, "CS1035")]
    [InlineData("A.M", "#if X\nint M() { }", CodeErrorKind.CompileErrors, "CS1027")]
    [InlineData("A.M", " \n ", CodeErrorKind.InvalidArgument, "empty")]
    [InlineData("A.M", "// nothing", CodeErrorKind.InvalidArgument, "no member")]
    [InlineData("A.M", "int M() => 1;\n// more\n// text", CodeErrorKind.InvalidArgument, "behind the last member")]
    [InlineData("A.M", "Console.WriteLine();", CodeErrorKind.CompileErrors, "line 1, column")]
    [InlineData("A", "using System;\nclass A { }", CodeErrorKind.InvalidArgument, "without usings")]
    [InlineData("A", "namespace N; class A { }", CodeErrorKind.InvalidArgument, "without usings")]
    [InlineData("A", "int x = 1;", CodeErrorKind.InvalidArgument, "types only")]
    [InlineData("E.X", "void M() { }", CodeErrorKind.CompileErrors, "line 1")]
    [InlineData("E.X", "X } class C { int y;", CodeErrorKind.InvalidArgument, "closing braces")]
    public void Replace_NoMember_SaysWhere(string member, string source, CodeErrorKind kind, string expected)
    {
        var exception = Edits.Refused(File, new ReplaceMember(Edits.Path, member, source));
        Assert.True(kind == exception.Kind, $"{exception.Kind}: {exception.Message}");
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.M", "First")]
    [InlineData("", "Before")]
    public void Insert_WrongAnchor_IsRefused(string anchor, string place) =>
        Assert.Equal(CodeErrorKind.InvalidArgument, Edits.Refused(File, new InsertMember(Edits.Path, anchor, Enum.Parse<MemberPlace>(place), "int x;")).Kind);

    [Fact]
    public void Insert_LastBehindADirective_IsNotConditional() => Assert.Equal(
        "class A\n{\n#if X\n    int a;\n#endif\n    int b;\n#if Y\n    int c;\n#endif\n\n    void F() { }\n}\n",
        Edits.Apply("class A\n{\n#if X\n    int a;\n#endif\n    int b;\n#if Y\n    int c;\n#endif\n}\n", new InsertMember(Edits.Path, "A", MemberPlace.Last, "void F() { }")));

    [Fact]
    public void Insert_ConstructorInFileScopedNamespace_IsParsedInItsType() => Assert.Equal(
        "namespace N;\n\nclass A\n{\n    int a;\n\n    A() { }\n}\n",
        Edits.Apply("namespace N;\n\nclass A\n{\n    int a;\n}\n", new InsertMember(Edits.Path, "A.a", MemberPlace.After, "A() { }")));

    [Fact]
    public void Insert_TypeAtTheEndOfAFile_ComesAfterABlankLine() => Assert.Equal(
        "using System;\nnamespace N;\n\nclass A;\n\nclass B;\n",
        Edits.Apply("using System;\nnamespace N;\n\nclass A;", new InsertMember(Edits.Path, "", MemberPlace.Last, "class B;")));

    [Fact]
    public void Replace_ExtensionMember_IsParsedInItsBlock() => Assert.Equal(
        "static class A\n{\n    extension(string s)\n    {\n        public int Two => 3;\n    }\n}\n",
        Edits.Apply("static class A\n{\n    extension(string s)\n    {\n        public int Two => 2;\n    }\n}\n", new ReplaceMember(Edits.Path, "A.Two", "public int Two => 3;")));
}
