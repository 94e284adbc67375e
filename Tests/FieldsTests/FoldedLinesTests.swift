import Diagnostics
import Testing

@testable import Fields

@Suite("Values on several lines")
struct FoldedLinesTests {
    private func value(_ yaml: String) throws -> String {
        let file = SourceFile(path: "x.yaml", text: yaml)
        var findings: [Diagnostic] = []
        let tree = try #require(YAMLReader.read(file, range: 0..<file.bytes.count, fieldNames: [], findings: &findings))
        guard case .mapping(let pairs) = tree.value, case .scalar(let text, _)? = pairs.first?.tree.value else {
            return "?"
        }
        return text
    }

    @Test(
        "no blank comes between two characters of Chinese, and one between words",
        arguments: [
            ("a: 甲\n  乙", "甲乙"), ("a: 甲，\n  乙\n  丙", "甲，乙丙"), ("a: >\n  甲甲\n  乙乙\n", "甲甲乙乙\n"),
            ("a: >-\n  甲\n\n  乙\n  丙", "甲\n乙丙"),
            ("a: \"甲\n  乙\"", "甲乙"), ("a: '甲\n  乙'", "甲乙"), ("a: one\n  two", "one two"), ("a: 甲\n  two", "甲 two"),
            ("a: C30\n  混凝土", "C30 混凝土"),
            ("a: 甲 乙\n  丙", "甲 乙丙"), ("a: 甲\n\n  乙", "甲\n乙"), ("a: |\n  甲\n  乙\n", "甲\n乙\n"), ("a: 甲\r\n  乙", "甲乙"),
            ("a: >\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙\n"), ("a: \"甲\\\n  乙\"", "甲乙"), ("a: '甲''\n  乙'", "甲' 乙"),
            ("a: 甲 乙", "甲 乙"),
            ("- a: 甲", "?"),
        ])
    func folded(yaml: String, expected: String) throws { #expect(try value(yaml) == expected) }

    private func findings(_ yaml: String) -> [Diagnostic] {
        let file = SourceFile(path: "content/x.md", text: yaml)
        var findings: [Diagnostic] = []
        _ = YAMLReader.read(file, range: 0..<file.bytes.count, fieldNames: [], findings: &findings)
        return findings
    }

    @Test(
        "a quotation mark without an end is told at its place",
        arguments: [
            ("title: \"甲乙\n", 1, 8), ("a: 1\ntitle: '甲乙\nb: 2\n", 2, 8), ("a: [\"甲, 乙]\n", 1, 5),
            ("a:\n  - x\n  - \"甲\n", 3, 5),
        ])
    func openQuote(yaml: String, line: Int, column: Int) {
        let found = findings(yaml)
        #expect(
            found.count == 1 && found.first?.range?.start.line == line && found.first?.range?.start.column == column,
            "\(found)")
    }

    @Test(
        "a value that begins with a sign of YAML says so",
        arguments: ["a: !甲", "a: !甲 乙", "a: &甲", "a: *甲 乙", "a: !!甲。", "a: !<甲"])
    func signs(yaml: String) {
        let found = findings(yaml + "\n")
        #expect(found.map(\.rule) == [.metaForbiddenYAML], "\(found.map(\.message.zh))")
    }
}
