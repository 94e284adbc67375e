import Testing

@testable import Theming

@Suite("Published scripts")
struct ScriptTextTests {
    private func published(_ script: String) -> String {
        String(decoding: ScriptText.published(Array(script.utf8)), as: UTF8.self)
    }

    @Test("comments, indentation, blank lines and blanks that mean nothing are left out")
    func shorter() {
        #expect(
            published("// What it does.\nif (a) {\n  b(); // goes\n\n\t/* goes */\n  c(\"// stays\");\n}\n")
                == "if(a){b();c(\"// stays\");}\n")
        #expect(
            published("const a = b => b + 1 ;\nlet c = a ? [1, 2] : typeof d;")
                == "const a=b=>b+1;let c=a?[1,2]:typeof d;\n")
        #expect(published("/*! Whose it is. */\na();\n") == "/*! Whose it is. */\na();\n")
    }

    @Test("a line ends only where its end may mean something")
    func joinedLines() {
        #expect(published("a(\n  b,\n  c)\nd = {\n  e\n}\nf;\ng;") == "a(b,c)\nd={e}\nf;g;\n")
        #expect(published("a\n(b)\nc\n+d\ne++\nf") == "a\n(b)\nc\n+d\ne++\nf\n")
        #expect(published("return\n1\na\n  .b\n  || c") == "return\n1\na.b||c\n")
    }

    @Test("what would be another sign side by side stays apart")
    func blanks() {
        #expect(published("a + +b - -c / /d/g; 1 .e; in f; return `g`") == "a+ +b- -c/ /d/g;1 .e;in f;return`g`\n")
    }

    @Test("texts, templates and regular expressions are kept as they are")
    func literals() {
        for text in [
            "'a  //b'", "\"\\\"  c\"", "`a  ${b(`c  ${d}`, {e: 1})}  // f\n  g`", "/[/\"]  \\/ '/gu", "'x\\\n  y'",
            "1.5e3",
        ] {
            #expect(published("x=" + text + ";") == "x=" + text + ";\n")
        }
        #expect(published("a = b / c / d; e = (f) / g / h; i = [/j  k/]") == "a=b/c/d;e=(f)/g/h;i=[/j  k/]\n")
    }

    @Test("a script that does not end is left as it is", arguments: ["a = `x\n", "/* a", "b = 'c\nd", "/[a/\n"])
    func untouched(script: String) {
        #expect(published(script) == script)
    }
}
