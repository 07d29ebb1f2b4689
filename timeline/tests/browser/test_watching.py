"""The fixtures of this folder: what they notice, and that server and test share a database."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

LOGIN = "/admin/login/"


@pytest.mark.parametrize(
    ("provoke", "noticed"),
    [
        ("console.error('oh dear')", "console: oh dear"),
        ("setTimeout(() => { throw new Error('oh no') })", "script error: oh no"),
        ("fetch('http://example.org/').catch(() => 0)", "Content Security Policy"),
        ("location = 'http://example.org/'", "another host was asked: http://example.org/"),
        ("document.body.append(document.createElement('style')); "
         "document.body.lastChild.textContent = 'p {color: red}'", "Content Security Policy"),
        ("fetch('/static/none.css')", "console: Failed to load resource"),
    ],
)  # fmt: skip
def test_trouble_is_noticed(page: Page, problems: list[str], provoke: str, noticed: str) -> None:
    page.goto(LOGIN)
    assert problems == []
    page.evaluate(f"() => {{ {provoke} }}")
    page.wait_for_timeout(200)
    assert any(noticed in problem for problem in problems), problems
    problems.clear()


def test_server_and_test_share_a_database(page: Page, live_server: LiveServer) -> None:
    get_user_model().objects.create_superuser("anna", password="open sesame")
    page.goto(LOGIN)
    page.get_by_label("Username").fill("anna")
    page.get_by_label("Password").fill("open sesame")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    assert get_user_model().objects.get().last_login is not None


def test_plain_page_runs_no_scripts(plain_page: Page) -> None:
    plain_page.goto(LOGIN)
    icon = "<link rel=icon href=/static/icons/dateline.svg>"
    plain_page.set_content(f"{icon}<noscript>plain</noscript>")
    expect(plain_page.get_by_text("plain")).to_be_visible()
