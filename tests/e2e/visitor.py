"""Somebody in a real browser; everything that goes wrong on the way is written down."""

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from tests.browser import PASSWORD

#: milliseconds; a machine of a pipeline may be slow
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)

WATCH = """document.addEventListener('securitypolicyviolation', (event) =>
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))"""


class Visitor:
    """One person's window on one address, with or without JavaScript."""

    def __init__(
        self, chromium: Browser, address: str, script: bool = True, width: int = 1280
    ) -> None:
        self.address = address
        self.wrong: list[str] = []
        self.requests: list[Request] = []
        self.context = chromium.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 900}, base_url=address
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def sign_in(self, name: str, password: str = PASSWORD) -> "Visitor":
        """Through the sign-in page."""
        self.page.goto("/login")
        self.page.fill("[name=nip]", name)
        self.page.fill("[name=password]", password)
        self.press("Masuk")
        expect(self.page.locator("h1")).to_contain_text("Selamat datang")
        return self

    def press(self, name: str, inside: str = "body") -> None:
        """Press the only button of this name and wait for where it leads."""
        button = self.page.locator(inside).get_by_role("button", name=name)
        with self.page.expect_event("requestfinished", _answers_a_post):
            button.click()
        self.settled()

    def settled(self) -> None:
        """Wait until no request runs any more."""
        self.page.wait_for_load_state()
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)

    def follow(self, name: str) -> None:
        """Follow the first link of this name."""
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()

    def sees(self, *texts: str) -> None:
        """The page says all of this."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def flash(self, text: str) -> None:
        """The page confirms what was done."""
        expect(self.page.locator("#flash")).to_contain_text(text)

    def field(self, label: str, inside: str = "main") -> Locator:
        """The only field with this label."""
        return self.page.locator(inside).get_by_label(label)

    def pdf(self, link: Locator) -> bytes:
        """What a link to a document downloads."""
        answer = self.context.request.get(link.get_attribute("href") or "")
        assert answer.status == 200, answer.url
        assert answer.headers["content-type"] == "application/pdf"
        return answer.body()

    def _heard(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.wrong.append(f"{self.page.url}: {line.text}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request)
        if not request.url.startswith((self.address, "data:")):
            self.wrong.append(f"asked outside: {request.url}")


def _answers_a_post(request: Request) -> bool:
    first = request.redirected_from
    return first is not None and first.method == "POST"
