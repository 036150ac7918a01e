namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>What a caller is told of a model's failure.</summary>
internal static class ModelFailure
{
    public static string Describe(Exception failure, bool withDetails) => (failure, withDetails) switch
    {
        (ModelErrorException, false) => "The model failed.",
        (ModelErrorException, true) => $"The model failed: {failure.Message}",
        (_, false) => $"The model failed ({failure.GetType().Name}).",
        (_, true) => $"The model failed ({failure.GetType().Name}): {MessageOf(failure)}",
    };

    /// <summary>The message is code of the model's side, which may fail as well.</summary>
    private static string MessageOf(Exception failure)
    {
        try
        {
            return failure.Message;
        }
        catch (Exception e)
        {
            return $"its message cannot be read ({e.GetType().Name}).";
        }
    }
}
