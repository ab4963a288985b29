"""The outside programs: where they are, or what must be installed where they are not."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
# Debian's packages; jena-core among them has its Xerces message bundles where its own classes do not look.
JENA = (
    *("jena-cmds", "jena-arq", "jena-core", "jena-base", "jena-iri", "jena-shacl", "jena-tdb2", "jena-dboe-base"),
    *("jena-dboe-index", "jena-dboe-storage", "jena-dboe-trans-data", "jena-dboe-transaction"),
    *("commons-compress", "commons-io", "dexx.collection", "guava", "thrift"),
)
_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {folder}
NumberOfBuffers = 20000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""


def program(name: str, install: str) -> str:
    """Give the path of a program; skip the test, in words, where it is not."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: {install}")
    return found


def run(command: list[str], *, cwd: Path | None = None, errors: bool = False, seconds: int = 300) -> str:
    """Run a program to its end, and give what it writes, if wanted with what it says besides."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, f"{command[:4]}: {done.stderr[-2000:]}"
    return done.stdout + done.stderr if errors else done.stdout


def node(*arguments: str) -> str:
    """Run one of our scripts in Node.js, with the packages of package.json."""
    command = program("node", "apt install nodejs npm")
    if not (HERE / "node_modules").is_dir():
        pytest.skip("the packages of tests/peers/package.json are not installed: npm ci --prefix tests/peers")
    return run([command, *arguments], cwd=HERE)


def java(folder: Path, *arguments: str, errors: bool = False) -> str:
    """Run a class of Jena's, or one of our own files."""
    command = program("java", "apt install default-jdk-headless")
    missing = [name for name in JENA if not (JARS / f"{name}.jar").is_file()]
    if missing:
        pytest.skip(f"Jena is not installed, or without {missing[0]}: apt install libapache-jena-java")
    bundles = folder / "bundles"
    if not bundles.exists():
        with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
            for name in jar.namelist():
                inside = name.removeprefix("org/apache/jena/ext/")
                if inside.startswith("xerces/") and inside.endswith(".properties"):
                    target = bundles / inside
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(jar.read(name))
    class_path = ":".join([str(bundles), *(str(JARS / f"{name}.jar") for name in JENA)])
    return run([command, "-XX:+UseSerialGC", "-cp", class_path, *arguments], errors=errors)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextlib.contextmanager
def server(command: list[str], url: str, log: Path, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start a server, wait until it answers at a URL, and stop it at the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, cwd=log.parent, env={**os.environ, **(environment or {})}
        )
        try:
            deadline = time.monotonic() + 60
            while True:
                assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")[-2000:]
                assert time.monotonic() < deadline, f"{command[0]} does not answer"
                with contextlib.suppress(httpx.TransportError):
                    httpx.get(url, trust_env=False, timeout=5)
                    break
                time.sleep(0.1)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Run Oxigraph's own server; give its URL."""
    command = program("oxigraph", "pip install oxigraph")
    address = f"127.0.0.1:{free_port()}"
    with server(
        [command, "serve", "--location", str(folder / "data"), "--bind", address], f"http://{address}", folder / "log"
    ) as url:
        yield url


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Run Virtuoso; give its URL. Who may write is dba, with the password dba."""
    command = program("virtuoso-t", "apt install virtuoso-opensource-7-bin")
    ports = {"sql": free_port(), "http": free_port()}
    configuration = folder / "virtuoso.ini"
    configuration.write_text(_VIRTUOSO.format(folder=folder, **ports), encoding="utf-8")
    url = f"http://127.0.0.1:{ports['http']}"
    with server([command, "+configfile", str(configuration), "+foreground"], url, folder / "log"):
        yield url


@contextlib.contextmanager
def ours(source: Path, folder: Path) -> Iterator[str]:
    """Run our own endpoint over a file; give its URL."""
    port = free_port()
    code = (
        "import sys; from kg.store.serve import *;"
        "serve(sys.argv[1], Options(port=int(sys.argv[2])), Limits(rows=200_000, seconds=60, bytes=2**28))"
    )
    path = os.pathsep.join([str(HERE.parents[1]), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", code, str(source), str(port)]
    with server(command, f"http://127.0.0.1:{port}", folder / "log", {"PYTHONPATH": path}) as url:
        yield url
