import TestSupport
import Testing
import Values

@testable import Editing

@Suite("Two versions of a file")
struct VersionMergeTests {
    private static let notice = "content/notices/call.md"
    private static let roster = "content/awards/2020/roster.csv"
    private static let enterprises = "content/enterprises.yaml"

    private func merged(_ base: String, _ theirs: String, _ mine: String, at path: String = notice) -> String? {
        let merged = VersionMerge.merged(
            path: path, base: Array(base.utf8), theirs: Array(theirs.utf8), mine: Array(mine.utf8), language: .english)
        let other = VersionMerge.merged(
            path: path, base: Array(base.utf8), theirs: Array(mine.utf8), mine: Array(theirs.utf8), language: .english)
        #expect((merged == nil) == (other == nil))
        return merged.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let text = """
        ---
        title: A # name
        summary: S
        kind: call
        date: 2020-01-01
        aliases: [/a/, /b/, /c/]
        ---

        One.

        Two.

        Three.

        """

    @Test("fields beside each other, and paragraphs beside each other, do not touch")
    func fieldsAndParagraphs() {
        let text = Self.text
        let theirs = text.replacing("title: A", with: "title: B").replacing("Two.", with: "2.")
        let mine = text.replacing("summary: S", with: "summary: T").replacing("One.", with: "1.")
        let both = theirs.replacing("summary: S", with: "summary: T").replacing("One.", with: "1.")
        #expect(merged(text, theirs, mine) == both)
        #expect(merged(text, text, mine) == mine && merged(text, theirs, text) == theirs)
        #expect(merged(text, mine, mine) == mine)
        #expect(
            merged(text, text.replacing("summary: S\n", with: ""), text.replacing("kind: call", with: "kind: other"))
                == text.replacing("summary: S\n", with: "").replacing("kind: call", with: "kind: other"))
        let added = text.replacing("date: 2020-01-01", with: "date: 2020-01-01\nedition: 2020")
        #expect(
            merged(text, added, text.replacing("2020-01-01", with: "2021-01-01"))
                == added.replacing("2020-01-01", with: "2021-01-01"))
    }

    @Test("one field, one paragraph, or a field that one took away are for a person to decide")
    func conflicts() {
        let text = Self.text
        func with(_ old: String, _ new: String) -> String { text.replacing(old, with: new) }
        #expect(merged(text, with("title: A", "title: B"), with("title: A", "title: C")) == nil)
        #expect(merged(text, with("One.", "1."), with("One.", "I.")) == nil)
        #expect(merged(text, with("summary: S\n", ""), with("summary: S", "summary: T")) == nil)
        #expect(merged(text, with("[/a/", "[/x/, /a/"), with("[/a/", "[/y/, /a/")) == nil)
        #expect(merged(text, with("One.\n\n", ""), with("One.", "1.")) == nil)
        // Moved by one, taken away by the other.
        #expect(merged(text, with("One.\n\n", "") + "\nOne.\n", with("One.\n\n", "")) == nil)
        #expect(merged(text, with("title: A", "title: [A"), with("One.", "1.")) == nil)
    }

    @Test("the same change on both sides is made once, and remarks of both stay")
    func sameAndRemarks() {
        let text = Self.text
        let theirs = text.replacing("title: A", with: "title: B").replacing("date:", with: "# the day\ndate:")
        let mine = text.replacing("title: A", with: "title: B").replacing("/b/", with: "/z/")
        #expect(merged(text, theirs, mine) == theirs.replacing("/b/", with: "/z/"))
        // Lines touch, and both have changed more than values.
        let remarks = text.replacing("summary: S", with: "summary: S # theirs")
        #expect(merged(text, remarks, text.replacing("kind: call", with: "'kind': other")) == nil)
        #expect(
            merged(text, remarks, text.replacing("kind: call", with: "kind: other"))
                == remarks.replacing("kind: call", with: "kind: other"))
    }

    @Test("rows and cells are put together by ids, and never make a list wrong")
    func tables() {
        let text = "id,team,enterprise\na-1,甲,一\na-2,乙,二\na-3,丙,三\na-4,丁,四\n"
        func with(_ old: String, _ new: String) -> String { text.replacing(old, with: new) }
        func merged(_ theirs: String, _ mine: String) -> String? { self.merged(text, theirs, mine, at: Self.roster) }
        #expect(merged(with("甲", "新"), with("一", "企")) == with("甲,一", "新,企"))
        #expect(merged(with("甲", "新"), with("乙", "新二")) == with("甲", "新").replacing("乙", with: "新二"))
        #expect(merged(with("a-2,乙,二\n", ""), with("丙", "新")) == with("a-2,乙,二\n", "").replacing("丙", with: "新"))
        #expect(merged(text + "a-5,戊,五\n", with("甲", "新")) == with("甲", "新") + "a-5,戊,五\n")
        let moved = "id,team,enterprise\na-2,乙,二\na-3,丙,三\na-4,丁,四\na-1,甲,一\n"
        #expect(merged(moved, with("三", "企")) == moved.replacing("三", with: "企"))
        #expect(merged(moved, with("甲", "新")) == moved.replacing("甲", with: "新"))
        // Moved by one and removed by the other, changed and removed, added at one place, added twice, changed alike and otherwise.
        #expect(merged(moved, with("a-1,甲,一\n", "")) == nil)
        #expect(merged(with("a-1,甲,一\n", ""), with("甲", "新")) == nil)
        #expect(merged(text + "a-5,戊,五\n", text + "a-6,己,六\n") == nil)
        #expect(merged(text + "a-5,戊,五\n", with("a-1,", "a-5,戊,五\na-1,")) == nil)
        #expect(merged(with("甲", "新"), with("甲", "旧")) == nil)
        #expect(merged(with("甲", "新"), with("甲,一", "新,企")) == with("甲,一", "新,企"))
        #expect(merged(with("team", "enterprise").replacing("enterprise\n", with: "team\n"), with("甲", "新")) == nil)
        #expect(merged(with("a-2", "a-1"), with("丁", "新")) == nil)
    }

    @Test("records of a list are put together by their fields")
    func records() {
        let text = "# list\n- id: a\n  names:\n    - name: 甲\n\n- id: b\n  names: [{name: 乙}] # x\n"
        func with(_ old: String, _ new: String) -> String { text.replacing(old, with: new) }
        func merged(_ theirs: String, _ mine: String) -> String? {
            self.merged(text, theirs, mine, at: Self.enterprises)
        }
        #expect(
            merged(with("乙", "丙"), with("# x", "# x\n  parent: {id: a, kind: branch}"))
                == with("乙", "丙").replacing("# x", with: "# x\n  parent: {id: a, kind: branch}"))
        #expect(merged(text + "\n- id: c\n  names: [{name: 丙}]\n", with("甲", "新")) != nil)
        #expect(merged(with("- id: b\n  names: [{name: 乙}] # x\n", ""), with("乙", "丙")) == nil)
        let synonyms = "- [a, b]\n- [c, d]\n- [e, f]\n"
        #expect(
            self.merged(
                synonyms, synonyms.replacing("a, b", with: "a, x"), synonyms.replacing("e, f", with: "e, y"),
                at: "content/synonyms.yaml") == "- [a, x]\n- [c, d]\n- [e, y]\n")
    }

    @Test("GB 18030 stays, and versions in two encodings are not put together")
    func encodings() throws {
        let text = "编号,班组名称\na-1,甲班组\na-2,乙班组\na-3,丙班组\n"
        let base = try DocumentEditingTests.gb18030(text)
        let theirs = try DocumentEditingTests.gb18030(text.replacing("甲班组", with: "新班组"))
        let mine = try DocumentEditingTests.gb18030(text.replacing("丙班组", with: "第三班组"))
        func merged(_ mine: [UInt8]) -> [UInt8]? {
            VersionMerge.merged(path: Self.roster, base: base, theirs: theirs, mine: mine, language: .chinese)
        }
        #expect(
            merged(mine)
                == (try DocumentEditingTests.gb18030(
                    text.replacing("甲班组", with: "新班组").replacing("丙班组", with: "第三班组"))))
        #expect(merged(Array(text.replacing("丙班组", with: "第三班组").utf8)) == nil)
    }

    // MARK: Any changes

    @Test("changes of different rows come out together, in any order; others make no wrong list", arguments: 1...4)
    func anyChanges(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = 12
        let text = "id,team,enterprise\n" + (1...count).map { "a-\($0),班\($0),企\($0)\n" }.joined()
        func changed(_ random: inout SeededGenerator) throws -> EditableTable {
            var table = try EditableTable(path: Self.roster, bytes: Array(text.utf8))
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let row = Int.random(in: 0..<table.rowCount, using: &random)
                let edits: [TableEdit] = [
                    .cell(row: row, column: "team", "新\(Int.random(in: 0...3, using: &random))"),
                    .cell(row: row, column: "enterprise", "企业\(Int.random(in: 0...3, using: &random))"),
                    .removeRow(row),
                    .moveRow(row, to: Int.random(in: 0..<table.rowCount, using: &random)),
                    .addRow(at: row, ["b-\(Int.random(in: 0...9, using: &random))", "加", "加"]),
                ]
                let edit = try #require(edits.randomElement(using: &random))
                table = try table.applying([edit])
            }
            return table
        }
        var mergedCount = 0
        for _ in 0..<150 {
            let (theirs, mine) = (try changed(&random), try changed(&random))
            guard Set(theirs.rows.map(\.[0])).count == theirs.rowCount,
                Set(mine.rows.map(\.[0])).count == mine.rowCount,
                let bytes = VersionMerge.merged(
                    path: Self.roster, base: Array(text.utf8), theirs: theirs.bytes, mine: mine.bytes,
                    language: .chinese)
            else { continue }
            mergedCount += 1
            let merged = try EditableTable(path: Self.roster, bytes: bytes)
            func rows(_ table: EditableTable) -> [String: [String]] {
                Dictionary(table.rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
            }
            let base = rows(try EditableTable(path: Self.roster, bytes: Array(text.utf8)))
            let (one, other, both) = (rows(theirs), rows(mine), rows(merged))
            #expect(both.count == merged.rowCount)
            for id in Set(base.keys).union(one.keys).union(other.keys) {
                let (before, a, b) = (base[id], one[id], other[id])
                guard let before, let a, let b else {
                    // What was added is there, what was removed is not.
                    #expect(both[id] == (before == nil ? a ?? b : nil))
                    continue
                }
                for cell in 0..<3 {
                    #expect(both[id]?[cell] == (a[cell] == before[cell] ? b[cell] : a[cell]))
                }
            }
        }
        #expect(mergedCount > 20)
    }

    @Test("two random changes of a head come out together field by field, with the remarks of both", arguments: 1...2)
    func anyFields(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let file = try #require(EditingPropertyTests.others.first)
        let base = try EditableDocument(path: file.path, bytes: file.bytes, language: .chinese)
        var mergedCount = 0
        for _ in 0..<120 {
            guard let (one, _) = EditingPropertyTests.edit(base, &random),
                let (other, _) = EditingPropertyTests.edit(base, &random)
            else { continue }
            let (theirs, mine) = (try base.applying([one]), try base.applying([other]))
            guard
                let bytes = VersionMerge.merged(
                    path: file.path, base: base.bytes, theirs: theirs.bytes, mine: mine.bytes, language: .chinese)
            else {
                // Fields of different names never touch.
                #expect(one.path.first == other.path.first, "\(one) \(other)")
                continue
            }
            mergedCount += 1
            let merged = try EditableDocument(path: file.path, bytes: bytes, language: .chinese)
            guard case .record(let members) = base.value else { return }
            for name in members.map(\.name) {
                let path: DocumentValue.Path = [.field(name)]
                let (before, a, b) = (
                    base.value.value(at: path), theirs.value.value(at: path), mine.value.value(at: path)
                )
                guard a == before || b == before else { continue }
                #expect(merged.value.value(at: path) == (a == before ? b : a), "\(one) \(other)")
            }
            let (first, second) = (
                EditingPropertyTests.Pieces(theirs).remarks, EditingPropertyTests.Pieces(mine).remarks
            )
            let kept = first.filter { second[$0.key] == $0.value }
            let all = EditingPropertyTests.Pieces(merged).remarks
            #expect(EditingPropertyTests.excess(kept, over: all).isEmpty, "\(one) \(other)")
        }
        #expect(mergedCount > 50)
    }
}

@Suite("Differences in words")
struct WordDifferenceTests {
    private func shown(_ old: String, _ new: String) -> String {
        WordDifference.pieces(from: old, to: new).map { piece in
            switch piece.what {
            case .same: piece.text
            case .removed: "[-\(piece.text)]"
            case .added: "[+\(piece.text)]"
            }
        }.joined()
    }

    @Test(
        "Han text differs by characters, other text by words, numbers as wholes",
        arguments: [
            ("浙江钱湾市政工程有限公司", "浙江钱湾市政集团有限公司", "浙江钱湾市政[-工程][+集团]有限公司"),
            ("合格率98.5%", "合格率99.1%", "合格率[-98.5][+99.1]%"),
            ("2020-05-08", "2020-06-08", "2020-[-05][+06]-08"),
            ("The old crew won.", "The new crew won.", "The [-old][+new] crew won."),
            ("一\n二\n三\n", "一\n三\n", "一\n[-二\n]三\n"), ("", "新", "[+新]"), ("旧", "", "[-旧]"), ("同", "同", "同"),
            ("甲乙丙", "甲丙", "甲[-乙]丙"), ("第1条", "第12条", "第[-1][+12]条"),
            ("今天天气很好", "昨晚天色不错", "[-今天天气很好][+昨晚天色不错]"),
        ])
    func words(old: String, new: String, wanted: String) {
        #expect(shown(old, new) == wanted)
    }

    @Test("pieces are both texts whatever these are, with bounded work", arguments: 1...3)
    func whole(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = ["班组", "质量", "a", "word ", "98.5", "\n", "，", "。", "é", "😀", "  ", "\r\n"]
        func text(_ length: Int) -> [String] { (0..<length).map { _ in parts.randomElement(using: &random) ?? "" } }
        for length in [0, 1, 5, 40, 400, 4000] {
            let old = text(length)
            var new = old
            for _ in 0..<length / 4 where !new.isEmpty {
                new[Int.random(in: new.indices, using: &random)] = parts.randomElement(using: &random) ?? ""
            }
            let pieces = WordDifference.pieces(from: old.joined(), to: new.joined())
            #expect(pieces.filter { $0.what != .added }.map(\.text).joined() == old.joined())
            #expect(pieces.filter { $0.what != .removed }.map(\.text).joined() == new.joined())
            #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.what != $1.what })
        }
    }

    @Test("long parts that are the same are cut to what stands beside a difference")
    func shortened() {
        let text = String(repeating: "字", count: 100)
        let pieces = WordDifference.shortened(
            WordDifference.pieces(from: text + "甲" + text + "乙" + text, to: text + "丙" + text + "丁" + text), context: 3)
        #expect(
            pieces.map(\.text) == ["…字字字", "甲", "丙", "字字字…字字字", "乙", "丁", "字字字…"])
    }

    @Test("lines are anchored where they stand once, and the fewest parts differ between")
    func hunks() {
        func hunks(_ old: String, _ new: String) -> [SequenceDifference.Hunk]? {
            SequenceDifference.hunks(Array(old), Array(new))
        }
        #expect(hunks("abcabba", "cbabac")?.reduce(0) { $0 + $1.old.count + $1.new.count } == 5)
        #expect(hunks("", "") == [] && hunks("abc", "abc") == [])
        #expect(hunks("abc", "axc") == [SequenceDifference.Hunk(old: 1..<2, new: 1..<2)])
        #expect(SequenceDifference.hunks(Array("abcdefgh"), Array("stuvwxyz"), maximumDistance: 10) == nil)
        let lines = (0..<20_000).map { "\($0)" }
        var others = lines
        others.remove(at: 17)
        others.insert("x", at: 9_000)
        #expect(SequenceDifference.anchoredHunks(lines, others).count == 2)
        #expect(SequenceDifference.anchoredHunks(lines, Array(lines.reversed())).count <= 2)
    }
}
