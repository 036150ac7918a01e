using System.Runtime.InteropServices;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts.Runner;

/// <summary>
/// A seccomp filter: no other process or program, no socket of any kind (a namespace does not hold those of a virtual machine's
/// host), no memory that resource limits do not count, and nothing that only an attack on the kernel would ask for.
/// </summary>
internal static class SystemCallFilter
{
    private const int FilterMode = 1, AllThreads = 1;
    private const uint Allow = 0x7fff0000, Fail = 0x00050000, Kill = 0x80000000;
    private const uint NotPermitted = 1, NoSuchCall = 38;

    // Instructions of the kernel's packet filter.
    private const ushort Load = 0x20, JumpEqual = 0x15, JumpAtLeast = 0x35, JumpAny = 0x45, And = 0x54, Return = 0x06;
    private const uint NumberOffset = 0, ArchitectureOffset = 4, FirstArgument = 16, FourthArgument = 40;

    private const uint CloneThread = 0x10000, SharedAnonymous = 0x21, OtherAbi = 0x40000000;

    // Numbers that every architecture shares: pidfd_send_signal, io_uring (3), open_tree to fspick, pidfd_open, pidfd_getfd,
    // mount_setattr, memfd_secret.
    private static readonly uint[] Common = [424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 442, 447];

    // In the order of the x64 table: shmget, shmat, shmctl, socket, socketpair, fork, vfork, execve, semget, msgget, ptrace, syslog,
    // personality, pivot_root, chroot, acct, mount, umount2, swapon, swapoff, reboot, iopl, ioperm, init_module, delete_module,
    // quotactl, mq_open, kexec_load, add_key, request_key, keyctl, unshare, perf_event_open, fanotify_init, name_to_handle_at,
    // open_by_handle_at, setns, process_vm_readv, process_vm_writev, finit_module, memfd_create, kexec_file_load, bpf, execveat,
    // userfaultfd. The other table has no fork, vfork, iopl and ioperm.
    private static readonly uint[] X64 =
    [
        29, 30, 31, 41, 53, 57, 58, 59, 64, 68, 101, 103, 135, 155, 161, 163, 165, 166, 167, 168, 169, 172, 173, 175, 176, 179, 240, 246,
        248, 249, 250, 272, 298, 300, 303, 304, 308, 310, 311, 313, 319, 320, 321, 322, 323,
    ];

    private static readonly uint[] Arm64 =
    [
        194, 196, 195, 198, 199, 221, 190, 186, 117, 116, 92, 41, 51, 89, 40, 39, 224, 225, 142, 105, 106, 60, 180, 104, 217, 218, 219, 97,
        241, 262, 264, 265, 268, 270, 271, 273, 279, 294, 280, 281, 282,
    ];

    /// <summary>Installs the filter for all threads; 0, or what the kernel answered instead.</summary>
    public static int Install()
    {
        var filter = Build(RuntimeInformation.ProcessArchitecture);
        var memory = Marshal.AllocHGlobal(filter.Length * Marshal.SizeOf<Instruction>());
        try
        {
            for (var i = 0; i < filter.Length; i++)
                Marshal.StructureToPtr(filter[i], memory + i * Marshal.SizeOf<Instruction>(), fDeleteOld: false);
            var call = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 317 : 277;
            return (int)syscall(call, FilterMode, AllThreads, new Program((ushort)filter.Length, memory));
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    private static Instruction[] Build(Architecture architecture)
    {
        var x64 = architecture == Architecture.X64;
        if (!x64 && architecture != Architecture.Arm64)
            throw new PlatformNotSupportedException("There is no table of system calls for this architecture.");
        List<Instruction> filter =
        [
            new(Load, ArchitectureOffset),
            new(JumpEqual, x64 ? 0xC000003E : 0xC00000B7, ifTrue: 1),
            new(Return, Kill),
            new(Load, NumberOffset),
            // The same calls by the numbers of another convention.
            new(JumpAtLeast, OtherAbi, ifFalse: 1),
            new(Return, Fail | NotPermitted),
        ];
        foreach (var call in Common.Concat(x64 ? X64 : Arm64))
            filter.AddRange([new(JumpEqual, call, ifFalse: 1), new(Return, Fail | NotPermitted)]);

        filter.AddRange(
        [
            // Its flags are in memory, which a filter does not see; without it the C library takes clone.
            new(JumpEqual, 435, ifFalse: 1),
            new(Return, Fail | NoSuchCall),
            // clone makes threads only.
            new(JumpEqual, x64 ? 56u : 220u, ifFalse: 3),
            new(Load, FirstArgument),
            new(JumpAny, CloneThread, ifTrue: 1),
            new(Return, Fail | NotPermitted),
            // Memory that is shared and without a file is not counted as the process's data.
            new(Load, NumberOffset),
            new(JumpEqual, x64 ? 9u : 222u, ifFalse: 4),
            new(Load, FourthArgument),
            new(And, SharedAnonymous),
            new(JumpEqual, SharedAnonymous, ifFalse: 1),
            new(Return, Fail | NotPermitted),
            new(Return, Allow),
        ]);
        return [.. filter];
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint syscall(nint number, nint operation, nint flags, in Program program);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Instruction(ushort code, uint value, byte ifTrue = 0, byte ifFalse = 0)
    {
        public readonly ushort Code = code;
        public readonly byte IfTrue = ifTrue;
        public readonly byte IfFalse = ifFalse;
        public readonly uint Value = value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Program(ushort length, nint instructions)
    {
        public readonly ushort Length = length;
        public readonly nint Instructions = instructions;
    }
}
