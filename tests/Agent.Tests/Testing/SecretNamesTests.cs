using Websopy.SemanticKernel.CodeIntelligence.Testing;

namespace Websopy.SemanticKernel.Agent.Tests.Testing;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("OPENAI_API_KEY", true)]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("npm_config__authToken", true)]
    [InlineData("DB_PASSWORD", true)]
    [InlineData("ConnectionStrings__Main", true)]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("AZURE_STORAGE_CONNECTION_STRING", true)]
    [InlineData("GH_PAT", true)]
    [InlineData("PATH", false)]
    [InlineData("PWD", false)]
    [InlineData("HOME", false)]
    [InlineData("DOTNET_ROOT", false)]
    [InlineData("NUGET_PACKAGES", false)]
    public void IsSecret_Name_IsTold(string name, bool expected) => Assert.Equal(expected, SecretNames.IsSecret(name));
}
