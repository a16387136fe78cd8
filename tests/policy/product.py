"""A Waymark server of our own, on a database of our own, and a client that asks it.

The server listens on a free loopback port, writes its log beside the database, and is ended with
the `with` block. Every answer is kept whole: status, headers and body, as bytes.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "policy world pass phrase"
ADMINISTRATOR = "first.administrator@policy.example"
SECOND = "second.administrator@policy.example"  # approves what the first proposes


def find_program(named: str | None = None) -> pathlib.Path:
    """The program to test: the one named, or the newest that was built here."""
    if named:
        return pathlib.Path(named).resolve()
    built = [ROOT / "build" / preset / "waymark" for preset in ("release", "dev")]
    there = [path for path in built if path.exists()]
    if not there:
        raise SystemExit("There is no build/release/waymark: run tools/build_release.sh first")
    return max(there, key=lambda path: path.stat().st_mtime)


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def json(self) -> dict:
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    def everything(self) -> bytes:
        head = "\n".join(f"{key}: {value}" for key, value in self.headers)
        return head.encode() + b"\n\n" + self.body


@dataclass
class Session:
    """Somebody who asks. Without a cookie it is nobody."""

    name: str
    cookie: str = ""
    csrf: str = ""
    facts: dict = field(default_factory=dict)


class Client:
    """Asks one server over one connection, and counts."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked = 0
        self.keys = 0
        self._connection: http.client.HTTPConnection | None = None

    def ask(
        self,
        session: Session,
        method: str,
        path: str,
        body: object = None,
        if_match: str | None = None,
        key: str | None = None,
        headers: dict[str, str] | None = None,
        tries: int = 2,
    ) -> Answer:
        sent = dict(headers or {})
        if session.cookie:
            sent["Cookie"] = session.cookie
            sent["X-CSRF-Token"] = session.csrf
        if if_match is not None:
            sent["If-Match"] = if_match
        if key is not None:
            sent["Idempotency-Key"] = key
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        self.asked += 1
        for left in reversed(range(tries)):
            try:
                return self._once(method, f"/api/v1{path}", data, sent)
            except (http.client.HTTPException, ConnectionError):
                # A kept connection may have rested too long; a second failure is one.
                self.close()
                if not left:
                    raise
        raise AssertionError

    def _once(self, method: str, path: str, data: bytes | None, sent: dict[str, str]) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self._connection.connect()
            self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connection.request(method, path, body=data, headers=sent)
        response = self._connection.getresponse()
        return Answer(response.status, response.getheaders(), response.read())

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def new_key(self) -> str:
        self.keys += 1
        return f"policy-key-{self.keys:08d}"

    def must(
        self,
        session: Session,
        method: str,
        path: str,
        body: object = None,
        if_match: str | None = None,
    ) -> dict:
        """Asks what has to succeed: for building a world."""
        key = self.new_key() if method == "POST" else None
        answer = self.ask(session, method, path, body, if_match, key)
        if not 200 <= answer.status < 300:
            raise RuntimeError(
                f"{session.name}: {method} {path} answered {answer.status} {answer.body!r}\n"
                f"  sent {json.dumps(body)}"
            )
        return answer.json() if answer.body else {}

    def sign_in(self, name: str, email: str, password: str = PASSWORD) -> Session:
        answer = self.ask(Session(name), "POST", "/session", {"email": email, "password": password})
        if answer.status != 200:
            return Session(name)
        cookie = (answer.header("set-cookie") or "").split(";")[0]
        facts = answer.json()
        return Session(name, cookie, facts["csrf_token"], facts)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Product:
    """The program and its database. `folder` holds the log and, of SQLite, the database."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, database: str) -> None:
        self.program = program
        self.folder = folder
        self.database = database
        self.process: subprocess.Popen | None = None
        self.port = 0
        self.log = folder / "server.log"

    def run(self, *words: str, given: str = "") -> None:
        subprocess.run(
            [str(self.program), *words, "--database", self.database],
            input=given,
            text=True,
            check=True,
            capture_output=True,
        )

    def add_administrators(self) -> None:
        for email in (ADMINISTRATOR, SECOND):
            self.run(
                *("user", "add", email, "--name", "An Administrator", "--agency", "county"),
                *("--agency-kind", "council", "--partnership", "Policy world"),
                given=f"{PASSWORD}\n",
            )

    def start(self, *settings: str) -> None:
        web = self.folder / "web"
        web.mkdir(exist_ok=True)
        (web / "index.html").write_text("<!doctype html><title>Policy world</title>")
        self.port = free_port()
        asked = {
            "--listen": f"127.0.0.1:{self.port}",
            "--web": str(web),
            "--programmes": str(ROOT / "programmes"),
            "--requests-per-minute": "0",
            "--require-second-factor": "false",
            "--connections-per-address": "200",
            "--durable": "false",
            "--public-origin": "https://policy.example",  # else it tells the port
        }
        asked.update(zip(settings[::2], settings[1::2], strict=True))
        words = [word for pair in asked.items() for word in pair]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(str(self.program), "serve", "--database", self.database),
                    *("--audit-key", str(self.folder / "policy.db.audit-key")),
                    *("--sealing-key", str(self.folder / "policy.db.sealing-key"), *words),
                ],
                stdout=log,
                stderr=log,
            )
        for _ in range(300):
            with contextlib.suppress(OSError, http.client.HTTPException):
                asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                asking.request("GET", "/readyz")
                if asking.getresponse().status == 200:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"The server did not start; its log:\n{self.log.read_text()[-2000:]}")

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=60)
        self.process = None

    def client(self) -> Client:
        return Client(self.port)


def copy_of(product: Product, folder: pathlib.Path) -> Product:
    """The same program on a copy of a SQLite database; the server must have been stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    source = pathlib.Path(product.database.removeprefix("sqlite:"))
    # With the server's keys, which lie beside it.
    for suffix in ("", "-wal", "-shm", ".audit-key", ".sealing-key"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            shutil.copy(part, folder / part.name)
    return Product(product.program, folder, f"sqlite:{folder / source.name}")


@contextlib.contextmanager
def fresh(program: pathlib.Path, database: str | None = None):
    """A product with an administrator, serving; stopped and gone afterwards.

    `database` names an empty PostgreSQL database; without it a SQLite file is made."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="waymark-policy-", dir=os.environ.get("TMPDIR")))
    product = Product(program, folder, database or f"sqlite:{folder / 'policy.db'}")
    try:
        product.run("migrate")
        product.add_administrators()
        product.start()
        yield product
    finally:
        product.stop()
        shutil.rmtree(folder, ignore_errors=True)
