namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

// This project's client, streaming.
public sealed class MidStreamHistoryTests : HistoryContract<MidStreamSubject>;

public sealed class MidStreamCallerHistoryTests : CallerHistoryContract<MidStreamSubject>
{
    [Fact(Skip = "Differs: what the assistant said in later turns is moved before the user's messages.")]
    public override Task Ask_CallThatTheCallerAnswersTurnsLater_TurnsInBetweenStayInTheirOrder() => base.Ask_CallThatTheCallerAnswersTurnsLater_TurnsInBetweenStayInTheirOrder();
}

public sealed class MidStreamMetadataTests : MetadataContract<MidStreamSubject>;

public sealed class MidStreamEndTests : EndContract<MidStreamSubject>
{
    [Fact(Skip = "Differs, at times: a concurrent call that has not begun is skipped.")]
    public override Task Ask_OneOfSeveralConcurrentCallsTerminates_AllResultsAreThere() => base.Ask_OneOfSeveralConcurrentCallsTerminates_AllResultsAreThere();

    [Fact(Skip = "Differs: an assistant message without content is sent.")]
    public override Task Ask_FunctionTerminates_TheNextTurnSendsNothingBesides() => base.Ask_FunctionTerminates_TheNextTurnSendsNothingBesides();
}

public sealed class MidStreamErrorTests : ErrorContract<MidStreamSubject>
{
    [Fact(Skip = "Differs: the exceptions are in the order in which the functions failed.")]
    public override Task Ask_SeveralConcurrentCallsFailBeyondTheLimit_AllAreInOneAggregateExceptionInTheOrderOfTheCalls() => base.Ask_SeveralConcurrentCallsFailBeyondTheLimit_AllAreInOneAggregateExceptionInTheOrderOfTheCalls();
}

public sealed class MidStreamToolTests : ToolContract<MidStreamSubject>;

public sealed class MidStreamResultTests : ResultContract<MidStreamSubject>;

public sealed class MidStreamContextTests : ContextContract<MidStreamSubject>;

public sealed class MidStreamOptionsTests : OptionsContract<MidStreamSubject>;

public sealed class MidStreamForeignCallTests : ForeignCallContract<MidStreamSubject>;

public sealed class MidStreamApprovalRequestTests : ApprovalRequestContract<MidStreamSubject>
{
    [Fact(Skip = "Differs: after the limit no call becomes a request.")]
    public override Task Ask_AdditionalToolNeedsApprovalAfterTheLimitOfRounds_CallBecomesARequestAllTheSame() => base.Ask_AdditionalToolNeedsApprovalAfterTheLimitOfRounds_CallBecomesARequestAllTheSame();
}

public sealed class MidStreamApprovalAnswerTests : ApprovalAnswerContract<MidStreamSubject>;

public sealed class MidStreamFaultTests : FaultContract<MidStreamSubject>;

public sealed class MidStreamTelemetryTests : TelemetryContract<MidStreamSubject>
{
    [Fact(Skip = "Differs: the first request is not made under the span of the turn.")]
    public override Task Ask_EveryRequest_IsMadeUnderTheSpanOfTheTurn() => base.Ask_EveryRequest_IsMadeUnderTheSpanOfTheTurn();

    [Theory(Skip = "Differs: the functions of the first round are not under the span of the turn.")]
    [InlineData(false)]
    [InlineData(true)]
    public override Task Ask_Functions_HaveASpanEachUnderThatOfTheTurn(bool concurrent) => base.Ask_Functions_HaveASpanEachUnderThatOfTheTurn(concurrent);
}

public sealed class MidStreamLoggingTests : LoggingContract<MidStreamSubject>;

public sealed class MidStreamStreamTests : StreamContract<MidStreamSubject>
{
    [Fact(Skip = "Differs: the exception is thrown again by every further read.")]
    public override Task GetStreamingResponse_AfterTheEndOrAFailure_StaysEnded() => base.GetStreamingResponse_AfterTheEndOrAFailure_StaysEnded();
}
