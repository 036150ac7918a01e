namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Names of languages and formats, and their file extensions.</summary>
internal static class FileTypes
{
    private const string Entries = """
        cs=c# csharp c-sharp
        fs=f# fsharp
        vb=visual_basic vb.net
        py=python
        js=javascript js
        ts=typescript ts
        tsx=tsx
        jsx=jsx
        java=java
        kt=kotlin
        go=go golang
        rs=rust
        rb=ruby
        php=php
        swift=swift
        c=c
        cpp=c++ cpp
        h=header
        sh=shell bash
        ps1=powershell
        sql=sql
        html=html
        css=css
        scss=scss
        vue=vue
        json=json
        xml=xml
        yml=yaml yml
        toml=toml
        md=markdown
        txt=text txt
        csv=csv
        log=log
        pdf=pdf
        png=png
        jpg=jpg jpeg
        gif=gif
        svg=svg
        docx=word
        xlsx=excel
        pptx=powerpoint
        zip=zip
        razor=razor
        csproj=csproj
        sln=sln
        """;

    private const string OtherExtensions = "slnx props targets cshtml config ini env lock resx gradle xaml bat cmd exe dll nupkg tar gz tgz bin dat bak tmp doc xls ppt mp3 mp4 wav ico webp lua pl r m mm dart scala ex exs erl hs clj proto graphql tf ipynb rst tex";

    public static readonly Dictionary<string, string> ByName = Build();

    public static readonly HashSet<string> Extensions =
        new(ByName.Values.Concat(OtherExtensions.Split(' ')).Append("jpeg").Append("yaml").Append("htm"), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Entries.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', 2);
            foreach (var name in parts[1].Split(' ')) table[name.Replace('_', ' ')] = parts[0];
        }

        return table;
    }
}
