"""Headers of the server entry."""

import asyncio

import pytest

from interface.security_headers import SecurityHeaders


def headers_of(query: bytes, kind: str = "http") -> dict[bytes, bytes]:
    sent = []

    async def application(_scope, _receive, send):
        await send({"type": "http.response.start", "headers": [(b"Cache-Control", b"public"), (b"x", b"y")]})

    async def send(message):
        sent.append(message)

    async def receive():
        return {}

    asyncio.run(SecurityHeaders(application)({"type": kind, "query_string": query}, receive, send))
    return {name.lower(): value for name, value in sent[0]["headers"]}


def test_pictures_from_elsewhere_are_refused():
    headers = headers_of(b"")
    assert b"img-src 'self' data: blob:" in headers[b"content-security-policy"]
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"cache-control"] == b"public"
    assert headers[b"x"] == b"y"


@pytest.mark.parametrize("query", [b"study=abc", b"lang=id&study=abc"])
def test_an_address_with_a_token_is_kept_nowhere(query):
    headers = headers_of(query)
    assert headers[b"cache-control"] == b"no-store"
    assert b"noindex" in headers[b"x-robots-tag"]


def test_other_connections_pass_untouched():
    assert headers_of(b"study=abc", kind="websocket") == {b"cache-control": b"public", b"x": b"y"}
