namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

// This project's client, not streaming: there it is its base.
public sealed class RespondingMidStreamHistoryTests : HistoryContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamCallerHistoryTests : CallerHistoryContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamMetadataTests : MetadataContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamEndTests : EndContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamErrorTests : ErrorContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamToolTests : ToolContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamResultTests : ResultContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamContextTests : ContextContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamOptionsTests : OptionsContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamForeignCallTests : ForeignCallContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamApprovalRequestTests : ApprovalRequestContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamApprovalAnswerTests : ApprovalAnswerContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamFaultTests : FaultContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamTelemetryTests : TelemetryContract<RespondingMidStreamSubject>;

public sealed class RespondingMidStreamLoggingTests : LoggingContract<RespondingMidStreamSubject>;
