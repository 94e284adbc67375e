import Diagnostics
import Testing

@testable import Fields
@testable import Values

@Suite("Values in the grammar of their places")
struct WrittenValueTests {
    /// The line with the marked part replaced.
    private func mended(_ path: String, _ marked: String, _ value: String) throws -> String {
        let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
        let rest = parts[1].split(separator: "⟧", omittingEmptySubsequences: false)
        let file = SourceFile(path: path, text: "\(parts[0])\(rest[0])\(rest[1])")
        let start = parts[0].utf8.count
        let range = file.range(start..<start + rest[0].utf8.count)
        return "\(parts[0])\(WrittenValue.text(value, at: range))\(rest[1])"
    }

    @Test(
        "a value is read from its place as it is, in the quotes that stand there or that it needs",
        arguments: [
            ("file: ⟦a.txt⟧", "b.txt"), ("file: ⟦a.txt⟧", "1#泵站.txt"), ("file: ⟦a.txt⟧", "a: b.txt"),
            ("file: ⟦'a.txt'⟧", "it's.txt"), ("file: ⟦\"a.txt\"⟧", "引\"号\\.txt"), ("file: ⟦a.txt⟧", "95%合格.txt"),
            ("files: [⟦a.txt⟧, b.txt]", "a, b].txt"), ("file: ⟦a.txt⟧", " a .txt"), ("file: ⟦a.txt⟧", "- a"),
            ("file: ⟦a.txt⟧", "2020"), ("file: ⟦a.txt⟧", "yes"), ("file: ⟦a.txt⟧", "a\tb"), ("file: ⟦a.txt⟧", "& a"),
        ])
    func yaml(line: String, value: String) throws {
        let text = try mended("content/about.md", line, value)
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "x.yaml", text: text + "\n")
        let tree = try #require(
            YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: [], findings: &findings), "\(text)")
        guard case .mapping(let pairs) = tree.value else { throw YAMLShape() }
        let read: YAMLTree? =
            switch pairs[0].tree.value {
            case .sequence(let items): items.first
            default: pairs[0].tree
            }
        guard case .scalar(let scalar, _) = read?.value else { throw YAMLShape() }
        #expect(findings.isEmpty && scalar == value, "\(text)")
    }

    private struct YAMLShape: Error {}

    @Test(
        "a cell is quoted where its value needs it",
        arguments: [
            ("1,⟦a.txt⟧,2", "b.txt", "1,b.txt,2"), ("1,⟦a.txt⟧,2", "a,b.txt", "1,\"a,b.txt\",2"),
            ("1,⟦\"a\"⟧,2", "引\"号", "1,\"引\"\"号\",2"), ("1,⟦a⟧,2", "1#泵站", "1,1#泵站,2"),
        ])
    func csv(line: String, value: String, expected: String) throws {
        #expect(try mended("content/awards/2020/roster.csv", line, value) == expected)
    }
}
