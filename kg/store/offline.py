"""Keeping a process off the network: the kernel refuses it new sockets, whatever it runs (seccomp)."""

from __future__ import annotations

import ctypes
import platform
import sys

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_MODE_FILTER = 2
# Of each kind of processor, its name to the kernel and the number of the call `socket`.
_PROCESSORS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
# Classic BPF: load a word of the call's description, jump if equal, give a verdict.
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _PROCESSOR = 0, 4
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # the latter with the error EPERM


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction)))


def go_offline() -> bool:
    """Have the kernel refuse new sockets to this process and its children, for good; those open stay open.

    Returns:
        Whether it does: only Linux on x86-64 and 64-bit ARM is known here, and a sandbox may forbid it.
    """
    known = _PROCESSORS.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None:
        return False
    processor, call = known
    instructions = (_Instruction * 6)(
        _Instruction(_LOAD, 0, 0, _PROCESSOR),
        _Instruction(_JUMP_IF_EQUAL, 0, 3, processor),
        _Instruction(_LOAD, 0, 0, _NUMBER),
        _Instruction(_JUMP_IF_EQUAL, 0, 1, call),
        _Instruction(_RETURN, 0, 0, _REFUSE),
        _Instruction(_RETURN, 0, 0, _ALLOW),
    )
    program = _Program(len(instructions), instructions)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    unused = ctypes.c_ulong(0)
    # Without this promise only root may set a filter.
    if prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), unused, unused, unused) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(program), unused, unused) == 0)
