import Testing

@testable import History

@Suite("Lines that differ")
struct LineDifferenceTests {
    @Test(
        "lines are told apart whatever ends them, with one line around and without a heading",
        arguments: [
            ("a\nb\nc\n", "a\nB\nc\n", ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"]),
            ("a\r\nb\r\n", "a\r\nB\r\n", ["@@ -1,2 +1,2 @@", " a", "-b", "+B"]),
            ("", "新\r\n", ["@@ -0,0 +1 @@", "+新"]),
            ("x\n", "x\n", []),
        ])
    func lines(old: String, new: String, expected: [String]) {
        #expect(LineDifference.lines(from: old, to: new) == expected)
    }

    @Test("a part far down says its lines alone")
    func heading() {
        let rows = (0..<40).map { "行\($0)\n" }
        let new = rows.map { $0 == "行30\n" ? "改\n" : $0 }
        #expect(LineDifference.lines(from: rows.joined(), to: new.joined()).first == "@@ -30,3 +30,3 @@")
    }
}
