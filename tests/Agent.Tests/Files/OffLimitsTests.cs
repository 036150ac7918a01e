using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class OffLimitsTests
{
    [Theory]
    [InlineData(".git/config")]
    [InlineData(".GIT/config")]
    [InlineData("sub/.git")]
    [InlineData("bin/a.cs")]
    [InlineData("src/App/Bin/a.cs")]
    [InlineData("src/App/OBJ/project.assets.json")]
    [InlineData("src/obj")]
    [InlineData("web/node_modules/a.js")]
    [InlineData(".vs/a")]
    [InlineData(".ssh/config")]
    [InlineData("b\uff49n/a.cs")] // full width i
    [InlineData("\uff0egit/config")] // full width dot
    [InlineData(".env")]
    [InlineData("src/.ENV.local")]
    [InlineData("prod.env")]
    [InlineData("server.pem")]
    [InlineData("server.KEY")]
    [InlineData("server.\u212aey")] // the Kelvin sign
    [InlineData("a.pfx")]
    [InlineData("a.p12")]
    [InlineData("a.snk")]
    [InlineData("id_rsa")]
    [InlineData("id_rsa.pub")]
    [InlineData("id_ed25519")]
    [InlineData("secrets.json")]
    [InlineData("\u017fecrets.json")] // the long s
    [InlineData("src/App/Secrets.JSON")]
    [InlineData("appsettings.Production.json")]
    [InlineData("AppSettings.Development.json")]
    [InlineData("local.settings.json")]
    [InlineData("nuget.config")]
    [InlineData("NuGet.Config")]
    [InlineData(".npmrc")]
    [InlineData(".netrc")]
    [InlineData(".git-credentials")]
    [InlineData("Properties/PublishProfiles/a.pubxml.user")]
    [InlineData("src/.websopy-0123456789abcdef-0.tmp")]
    public void Why_NameThatIsListed_IsRefusedForBothUses(string path)
    {
        Assert.NotNull(OffLimits.Why(path.Split('/'), PathUse.Read));
        Assert.NotNull(OffLimits.Why(path.Split('/'), PathUse.Write));
    }

    [Theory]
    [InlineData("src/Bins/Binary.cs")]
    [InlineData("src/object/obj.cs")]
    [InlineData(".gitignore")]
    [InlineData(".gitattributes")]
    [InlineData(".github/workflows/build.yml")]
    [InlineData(".editorconfig")]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.cs")]
    [InlineData("src/Environment.cs")]
    [InlineData("src/Keys.key.cs")]
    [InlineData("src/SecretsReader.cs")]
    [InlineData("Directory.Build.props")]
    public void Why_NameThatOnlyResembles_IsAllowed(string path)
    {
        Assert.Null(OffLimits.Why(path.Split('/'), PathUse.Read));
        Assert.Null(OffLimits.Why(path.Split('/'), PathUse.Write));
    }

    [Theory]
    [InlineData(".vscode/tasks.json")]
    [InlineData(".devcontainer/devcontainer.json")]
    [InlineData(".husky/pre-commit")]
    public void Why_FileThatRunsOnItsOwn_MayOnlyBeRead(string path)
    {
        Assert.Null(OffLimits.Why(path.Split('/'), PathUse.Read));
        Assert.NotNull(OffLimits.Why(path.Split('/'), PathUse.Write));
    }
}
