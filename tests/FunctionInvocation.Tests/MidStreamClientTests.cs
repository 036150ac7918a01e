namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

// This project's client, streaming.
public sealed class MidStreamHistoryTests : HistoryContract<MidStreamSubject>;

public sealed class MidStreamCallerHistoryTests : CallerHistoryContract<MidStreamSubject>;

public sealed class MidStreamMetadataTests : MetadataContract<MidStreamSubject>;

public sealed class MidStreamEndTests : EndContract<MidStreamSubject>;

public sealed class MidStreamErrorTests : ErrorContract<MidStreamSubject>;

public sealed class MidStreamToolTests : ToolContract<MidStreamSubject>;

public sealed class MidStreamResultTests : ResultContract<MidStreamSubject>;

public sealed class MidStreamContextTests : ContextContract<MidStreamSubject>;

public sealed class MidStreamOptionsTests : OptionsContract<MidStreamSubject>;

public sealed class MidStreamForeignCallTests : ForeignCallContract<MidStreamSubject>;

public sealed class MidStreamApprovalRequestTests : ApprovalRequestContract<MidStreamSubject>;

public sealed class MidStreamApprovalAnswerTests : ApprovalAnswerContract<MidStreamSubject>;

public sealed class MidStreamFaultTests : FaultContract<MidStreamSubject>;

public sealed class MidStreamTelemetryTests : TelemetryContract<MidStreamSubject>;

public sealed class MidStreamLoggingTests : LoggingContract<MidStreamSubject>;

public sealed class MidStreamStreamTests : StreamContract<MidStreamSubject>;
