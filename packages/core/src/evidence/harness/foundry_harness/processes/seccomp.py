"""System calls that a child may not make."""

import os
import struct

# By machine: x86-64, ARM. Whatever starts or signals a process, looks into one, opens a socket,
# holds memory that the limits do not count, or asks the kernel for something that no function of
# an IR needs.
DENIED_CALLS = {
    "x86_64": (
        0xC000003E,
        "kill 62 tkill 200 tgkill 234 rt_sigqueueinfo 129 rt_tgsigqueueinfo 297 pidfd_open 434"
        " pidfd_send_signal 424 pidfd_getfd 438 ptrace 101 process_vm_readv 310 process_vm_writev 311"
        " clone 56 fork 57 vfork 58 clone3 435 execve 59 execveat 322 socket 41 socketpair 53"
        " shmget 29 semget 64 msgget 68 mq_open 240 memfd_create 319 memfd_secret 447"
        " add_key 248 request_key 249 keyctl 250 bpf 321 io_uring_setup 425 userfaultfd 323"
        " perf_event_open 298 mount 165 umount2 166 fsopen 430 open_tree 428 move_mount 429"
        " unshare 272 setns 308 chroot 161 pivot_root 155 personality 135 setrlimit 160 prlimit64 302",
    ),
    "aarch64": (
        0xC00000B7,
        "kill 129 tkill 130 tgkill 131 rt_sigqueueinfo 138 rt_tgsigqueueinfo 240 pidfd_open 434"
        " pidfd_send_signal 424 pidfd_getfd 438 ptrace 117 process_vm_readv 270 process_vm_writev 271"
        " clone 220 clone3 435 execve 221 execveat 281 socket 198 socketpair 199"
        " shmget 194 semget 190 msgget 186 mq_open 180 memfd_create 279 memfd_secret 447"
        " add_key 217 request_key 218 keyctl 219 bpf 280 io_uring_setup 425 userfaultfd 282"
        " perf_event_open 241 mount 40 umount2 39 fsopen 430 open_tree 428 move_mount 429"
        " unshare 97 setns 268 chroot 51 pivot_root 41 personality 92 setrlimit 164 prlimit64 261",
    ),
}


def deny_calls():
    """A seccomp filter; True when it is in force."""
    try:
        # Not every Python has it.
        import ctypes

        architecture, calls = DENIED_CALLS[os.uname().machine]
        numbers = [int(number) for number in calls.split()[1::2]]
        load, jump_equal, jump_greater, give = 0x20, 0x15, 0x35, 0x06
        kill_process, deny, allow = 0x80000000, 0x00050001, 0x7FFF0000
        program = [
            (load, 0, 0, 4),
            (jump_equal, 1, 0, architecture),
            (give, 0, 0, kill_process),
            (load, 0, 0, 0),
        ]
        # The x32 interface has the same calls under other numbers.
        program += [(jump_greater, 0, 1, 0x40000000), (give, 0, 0, deny)]
        for index, number in enumerate(numbers):
            program.append((jump_equal, len(numbers) - index, 0, number))
        program += [(give, 0, 0, allow), (give, 0, 0, deny)]
        code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
        filter_ = struct.pack("HP", len(program), ctypes.addressof(code))
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        pointer = ctypes.create_string_buffer(filter_)
        return (
            prctl(38, 1, 0, 0, 0) == 0
            and prctl(22, 2, ctypes.c_void_p(ctypes.addressof(pointer)), 0, 0) == 0
        )
    except (ImportError, OSError, AttributeError, KeyError):
        return False
