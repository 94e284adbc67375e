import Diagnostics
import TestSupport
import Testing

@testable import Fields

@Suite("YAML with places")
struct YAMLReaderTests {
    /// Every key and value with its bytes as they stand in the file, depth first.
    private func pieces(_ text: String) -> [String] {
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "x.yaml", text: text)
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: [], findings: &findings)
        else { return [] }
        var pieces: [String] = []
        func walk(_ tree: YAMLTree) {
            switch tree.value {
            case .scalar: pieces.append(written(tree.range))
            case .sequence(let items): items.forEach(walk)
            case .mapping(let pairs):
                for pair in pairs {
                    pieces.append(written(pair.key.range))
                    walk(pair.tree)
                }
            }
        }
        walk(tree)
        return pieces
    }

    private func written(_ range: SourceRange) -> String {
        String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
    }

    private func findings(_ text: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "x.yaml", text: text)
        _ = YAMLReader.read(
            file, range: 0..<file.bytes.count, fieldNames: ["标题", "摘要", "年度"], findings: &findings)
        return findings
    }

    @Test(
        "keys and values are found where they stand",
        arguments: [
            ("标题: 运河班组\n人数: 12\n", ["标题", "运河班组", "人数", "12"]),
            ("标题: 运河班组\r\n人数: 12\r\n", ["标题", "运河班组", "人数", "12"]),
            ("\u{FEFF}标题: 甲\n人数: 12\n", ["标题", "甲", "人数", "12"]),
            ("培训: {培训率: 98, 合格率: 96}\n", ["培训", "培训率", "98", "合格率", "96"]),
            ("a: [甲, \"乙，丙\", '丁''戊']\n", ["a", "甲", "\"乙，丙\"", "'丁''戊'"]),
            ("a: \"甲\\\"乙\\\"\" # 注\nb: c\n", ["a", "\"甲\\\"乙\\\"\"", "b", "c"]),
            ("- 名称: 甲\n  单位: \"%\"\n- 名称: 乙\n", ["名称", "甲", "单位", "\"%\"", "名称", "乙"]),
            ("a: 甲\u{2028}\nb: 乙\n", ["a", "甲", "b", "乙"]),
            ("a: 𠮷野\nb: 👷🏽‍♀️班\n", ["a", "𠮷野", "b", "👷🏽‍♀️班"]),
        ])
    func places(text: String, expected: [String]) { #expect(pieces(text) == expected) }

    @Test(
        "a slip of the editor is named at its place",
        arguments: [
            ("title: 甲\n摘要⟦：⟧乙\n", "The field's name is followed by a full-width colon “：”."),
            ("title: 甲\nitems:\n⟦\t⟧- 乙\n", "The line is indented by a tab."),
            ("title⟦:⟧标题\ndate: 2020-05-15\n", "A space is missing after the colon."),
            ("title: ⟦“⟧甲: 乙”\n", "The value begins with a Chinese quotation mark ““”."),
            (
                "title: 甲\ndate: ⟦@⟧x\n",
                "This is not well-formed YAML: a value cannot begin with this character (@, `, %, tab); put it in quotes."
            ),
            (
                "a: [甲, 乙\nb⟦:⟧ 丙\n",
                "This is not well-formed YAML: the list in brackets is not finished: items are separated by commas, and ] ends it."
            ),
            ("a: 甲\u{1}\n", "There is an invisible control character here."),
        ])
    func slips(marked: String, message: String) throws {
        let expected = MarkedText(marked)
        let first = try #require(findings(expected.text).first)
        #expect(first.message.en == message)
        if marked.contains("⟦") {
            #expect(first.range?.start == SourcePosition(line: expected.line, column: expected.column))
        }
    }

    @Test("Chinese quotation marks in a value are text, even when another line is wrong")
    func quotationMarks() {
        #expect(pieces("title: “四时段”作业法\n") == ["title", "“四时段”作业法"])
        #expect(findings("title: “四时段”作业法\nnote: 好\nx: 1\n摘要：乙\n").map(\.message.zh) == ["字段名后用了全角冒号“：”。"])
    }

    @Test("every full-width colon after a field's name is reported at once")
    func severalColons() {
        #expect(findings("标题：甲\n摘要：乙\n年度: 2020\n").count == 2)
    }

    @Test("the second of two equal keys of one mapping is named, not a like key of another")
    func duplicates() throws {
        let marked = MarkedText("items:\n  - name: 甲\n    unit: 个\n    ⟦name⟧: 乙\n  - name: 丙\n")
        let finding = try #require(findings(marked.text).first)
        #expect(finding.rule.name == "meta/duplicate-field")
        #expect(finding.range?.start == SourcePosition(line: marked.line, column: marked.column))
        #expect(finding.related.first?.range.start == SourcePosition(line: 2, column: 5))
        let flow = MarkedText("a: {名称: 甲, 值: 1, ⟦名称⟧: 乙}\n")
        #expect(findings(flow.text).first?.range?.start == SourcePosition(line: 1, column: flow.column))
    }

    @Test(
        "anchors, tags and merge keys are refused on keys as well",
        arguments: ["&a k: v\n", "!!str k: v\n", "<<: {a: b}\n", "k: !x v\n"])
    func forbidden(text: String) {
        #expect(findings(text).map(\.rule.name) == ["meta/forbidden-yaml"])
    }

    @Test(
        "nesting that would exhaust a stack ends in a finding",
        arguments: [
            String(repeating: "[", count: 60_000), String(repeating: "- ", count: 900) + "x",
            "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ])
    func depth(text: String) async {
        // On a thread of the pool, whose stack is small.
        let count = await Task.detached { findings(text).count }.value
        #expect(count > 0)
    }
}
