namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

// Microsoft's client, streaming: shows that the contract is its own.
public sealed class BaseHistoryTests : HistoryContract<BaseSubject>;

public sealed class BaseCallerHistoryTests : CallerHistoryContract<BaseSubject>;

public sealed class BaseMetadataTests : MetadataContract<BaseSubject>;

public sealed class BaseEndTests : EndContract<BaseSubject>;

public sealed class BaseErrorTests : ErrorContract<BaseSubject>;

public sealed class BaseToolTests : ToolContract<BaseSubject>;

public sealed class BaseResultTests : ResultContract<BaseSubject>;

public sealed class BaseContextTests : ContextContract<BaseSubject>;

public sealed class BaseOptionsTests : OptionsContract<BaseSubject>;

public sealed class BaseForeignCallTests : ForeignCallContract<BaseSubject>;

public sealed class BaseApprovalRequestTests : ApprovalRequestContract<BaseSubject>;

public sealed class BaseApprovalAnswerTests : ApprovalAnswerContract<BaseSubject>;

public sealed class BaseFaultTests : FaultContract<BaseSubject>;

public sealed class BaseTelemetryTests : TelemetryContract<BaseSubject>;

public sealed class BaseLoggingTests : LoggingContract<BaseSubject>;

public sealed class BaseStreamTests : StreamContract<BaseSubject>;
