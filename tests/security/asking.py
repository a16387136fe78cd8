"""Signs in to the demonstration, and asks it: shared by the checks of this folder."""

from __future__ import annotations

import json
import pathlib
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Who sees much, who sees one hub, and who sees nearly nothing.
ROLES = ("head", "officer.sca", "partner.housing")
# The certificate is of our own making.
ANY_CERTIFICATE = ssl.create_default_context()
ANY_CERTIFICATE.check_hostname = False
ANY_CERTIFICATE.verify_mode = ssl.CERT_NONE


@dataclass
class Answer:
    status: int
    headers: dict[str, str]  # by name in lower case
    body: bytes


def ask(url: str, method: str = "GET", body: object = None, headers: dict | None = None) -> Answer:
    data = None if body is None else json.dumps(body).encode()
    asked = urllib.request.Request(url, data=data, method=method, headers=headers or {})
    if data is not None:
        asked.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(asked, timeout=30, context=ANY_CERTIFICATE) as found:
            return Answer(found.status, _lower(found.headers), found.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, _lower(refused.headers), refused.read())


def _lower(headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def sign_in(base: str, role: str, password: str) -> tuple[str, str]:
    """The cookie and the CSRF token of somebody of the demonstration."""
    who = {"email": f"{role}@demo.example", "password": password}
    answer = ask(f"{base}/api/v1/session", "POST", who)
    if answer.status != 200:
        raise SystemExit(f"{role} could not sign in: {answer.status}")
    return answer.headers["set-cookie"].split(";")[0], json.loads(answer.body)["csrf_token"]
