import Testing

@testable import Theming

@Suite("Published scripts")
struct ScriptTextTests {
    private func published(_ script: String) -> String {
        String(decoding: ScriptText.published(Array(script.utf8)), as: UTF8.self)
    }

    @Test("indentation, blank lines and lines that are comments are left out")
    func shorter() {
        #expect(
            published("// What it does.\nif (a) {\n  b(); // stays\n\n\t// goes\n  c(\"// stays\");\n}\n")
                == "if (a) {b(); // stays\nc(\"// stays\");\n}\n")
    }

    @Test("a line ends only where its end may mean something")
    func joinedLines() {
        #expect(published("a(\n  b,\n  c)\nd = {\n  e\n}\nf;\ng;") == "a(b,c)\nd = {e\n}\nf;g;\n")
        #expect(published("a; // b;\nc;\n") == "a; // b;\nc;\n")
    }

    @Test(
        "a script with a text over several lines is left as it is",
        arguments: ["a = `x\n  // y\n`;\n", "a = 'x\\\n  y';\n"])
    func untouched(script: String) {
        #expect(published(script) == script)
    }
}
