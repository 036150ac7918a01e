namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

// Microsoft's client, not streaming.
public sealed class RespondingBaseHistoryTests : HistoryContract<RespondingBaseSubject>;

public sealed class RespondingBaseCallerHistoryTests : CallerHistoryContract<RespondingBaseSubject>;

public sealed class RespondingBaseMetadataTests : MetadataContract<RespondingBaseSubject>;

public sealed class RespondingBaseEndTests : EndContract<RespondingBaseSubject>;

public sealed class RespondingBaseErrorTests : ErrorContract<RespondingBaseSubject>;

public sealed class RespondingBaseToolTests : ToolContract<RespondingBaseSubject>;

public sealed class RespondingBaseResultTests : ResultContract<RespondingBaseSubject>;

public sealed class RespondingBaseContextTests : ContextContract<RespondingBaseSubject>;

public sealed class RespondingBaseOptionsTests : OptionsContract<RespondingBaseSubject>;

public sealed class RespondingBaseForeignCallTests : ForeignCallContract<RespondingBaseSubject>;

public sealed class RespondingBaseApprovalRequestTests : ApprovalRequestContract<RespondingBaseSubject>;

public sealed class RespondingBaseApprovalAnswerTests : ApprovalAnswerContract<RespondingBaseSubject>;

public sealed class RespondingBaseFaultTests : FaultContract<RespondingBaseSubject>;

public sealed class RespondingBaseTelemetryTests : TelemetryContract<RespondingBaseSubject>;

public sealed class RespondingBaseLoggingTests : LoggingContract<RespondingBaseSubject>;
