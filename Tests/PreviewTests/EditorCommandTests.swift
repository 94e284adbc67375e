import Testing

@testable import Preview

@Suite("The editor's command")
struct EditorCommandTests {
    private func arguments(_ text: String) throws -> [String] {
        try #require(try EditorCommand(text, path: "/usr/bin:/bin")).arguments(file: "/site/a b.md", line: 3, column: 7)
    }

    @Test("the place stands behind the words, or where the placeholders are")
    func places() throws {
        #expect(try arguments("env -g") == ["-g", "/site/a b.md:3"])
        #expect(try arguments("env") == ["/site/a b.md:3"])
        #expect(try arguments("env {file}:{line}:{column}") == ["/site/a b.md:3:7"])
        #expect(try arguments("/usr/bin/env --line {line} {file}") == ["--line", "3", "/site/a b.md"])
    }

    @Test("spaces separate words, quotation marks hold one together, and nothing is expanded")
    func words() throws {
        #expect(try EditorCommand.words(of: "  a  'b c'\"d e\"f \"\" ") == ["a", "b cd ef", ""])
        #expect(
            try EditorCommand.words(of: "code $HOME `x` $(y) ; z | *") == [
                "code", "$HOME", "`x`", "$(y)", ";", "z", "|", "*",
            ])
        #expect(try EditorCommand.words(of: "\"it's\"") == ["it's"])
    }

    @Test("a file whose name looks like a placeholder is a name")
    func bracesInNames() throws {
        let editor = try #require(try EditorCommand("env {file}", path: "/usr/bin:/bin"))
        #expect(editor.arguments(file: "/site/{line}.md", line: 3, column: 1) == ["/site/{line}.md"])
    }

    @Test("nothing is no editor; what is wrong is told")
    func problems() throws {
        #expect(try EditorCommand(" ", path: "/usr/bin") == nil)
        #expect(throws: EditorCommand.Problem.openQuotation) { try EditorCommand("code 'x", path: "/usr/bin") }
        #expect(throws: EditorCommand.Problem.unknownProgram("no-such")) {
            try EditorCommand("no-such", path: "/usr/bin")
        }
        #expect(throws: EditorCommand.Problem.unknownProgram("/no/such")) { try EditorCommand("/no/such", path: "") }
    }
}
