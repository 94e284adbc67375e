import Content
import Foundation
import SiteModel
import TestSupport
import Testing
import Values

@testable import Search

@Suite("Search index")
struct SearchIndexTests {
    /// Few characters, so that grams meet in many ways; now and then something that is no Han.
    private static let alphabet = Array("质量信得过班组管理工程市政道")
    private static let breaks = ["，", "。", "\n", " ", "QC", "5S", "12", "、", "（", "）"]

    private func text(_ length: Int, _ random: inout SeededGenerator) -> String {
        var text = ""
        while text.count < length {
            if Int.random(in: 0..<9, using: &random) == 0 {
                text += Self.breaks.randomElement(using: &random) ?? ""
            } else if let character = Self.alphabet.randomElement(using: &random) {
                text.append(character)
            }
        }
        return text
    }

    private func documents(_ count: Int, _ random: inout SeededGenerator) -> [SearchDocument] {
        (0..<count).map { number in
            var document = SearchDocument(
                url: "/awards/2020/t-\(number)/", kind: .team, title: text(6, &random), team: text(4, &random),
                enterprise: text(8, &random),
                text: Array(text(Int.random(in: 20...120, using: &random), &random).utf8))
            document.year = .init("2020", order: -2020)
            document.methods = number % 3 == 0 ? [.init("QC小组", order: 0)] : []
            return document
        }
    }

    /// All runs of Han of a document.
    private func runs(_ document: SearchDocument) -> [Substring] {
        document.fields.flatMap { field in
            String(decoding: field, as: UTF8.self).split { !Self.alphabet.contains($0) }.map { $0 }
        }
    }

    @Test("every substring of two or more Han is found, and nothing else", arguments: [(1, 30), (2, 120), (3, 300)])
    func everySubstring(seed: UInt64, count: Int) throws {
        var random = SeededGenerator(seed: seed)
        let documents = documents(count, &random)
        let index = SearchIndex(documents, division: .init(shards: 7, blocks: 11), jobs: 2)
        let reader = try IndexReader(index)
        #expect(reader.root.count == count)
        #expect(reader.records.map { $0[0] } == documents.map(\.url))

        let runs = documents.map { self.runs($0).map { Array($0.utf16) } }
        var searched: Set<[UInt16]> = []
        for own in runs {
            for run in own {
                for length in 2...9 where length <= run.count {
                    let start = Int.random(in: 0...run.count - length, using: &random)
                    searched.insert(Array(run[start..<start + length]))
                }
            }
        }
        // Texts that occur nowhere although all their parts may.
        for _ in 0..<300 {
            let length = Int.random(in: 2...8, using: &random)
            searched.insert(
                Array(String((0..<length).compactMap { _ in Self.alphabet.randomElement(using: &random) }).utf16))
        }
        for units in searched.sorted(by: { $0.lexicographicallyPrecedes($1) }).prefix(600) {
            let text = String(decoding: units, as: UTF16.self)
            let expected = runs.indices.filter { runs[$0].contains { $0.firstRange(of: units) != nil } }
            #expect(reader.search(run: text) == expected, "\(text)")
        }
    }

    @Test("pairs leave few documents beside those that hold a run, in texts of many words")
    func narrowing() throws {
        var random = SeededGenerator(seed: 4)
        let han = (0..<400).map { _ in UInt16.random(in: 0x4E00...0x9F00, using: &random) }
        let words = (0..<600).map { _ in (0..<2).map { _ in han.randomElement(using: &random) ?? 0x4E00 } }
        let documents = (0..<300).map { number in
            let text = (0..<200).flatMap { _ in words.randomElement(using: &random) ?? [] }
            return SearchDocument(
                url: "/\(number)/", kind: .document(.page), title: "题",
                text: Array(String(decoding: text, as: UTF16.self).utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 9, blocks: 3), jobs: 2))
        for _ in 0..<200 {
            let run = Array(words.shuffled(using: &random).prefix(2).joined())
            let candidates = reader.documents(withRun: run).documents
            let holding = candidates.filter { reader.holds($0, run) }
            #expect(candidates.count <= holding.count * 2 + 5)
        }
    }

    @Test("every text comes back as it was, also with characters that occur once")
    func texts() throws {
        var random = SeededGenerator(seed: 8)
        var documents = documents(60, &random)
        documents[3].fields[4] = Array("𠮷野家、\u{FFFD}龘\n|\t‘’".utf8)
        documents[4].fields[0] = Array("a\0b".utf8)
        documents[5].fields[4] = Array(String(repeating: "质量", count: 5000).utf8)
        for division in [SearchDivision.undivided, .init(shards: 3, blocks: 7), .init(shards: 2, blocks: 100)] {
            let reader = try IndexReader(SearchIndex(documents, division: division, jobs: 2))
            for (record, document) in zip(reader.records, documents) {
                let fields = document.fields.map { String(decoding: $0, as: UTF8.self).replacing("\0", with: "") }
                #expect(record == [document.url, document.state?.rawValue ?? ""] + fields)
            }
        }
    }

    @Test("a site with more different characters than a code has room for")
    func manyCharacters() throws {
        let all = (0x3400...UInt16(0xD7FF)).map { String(decoding: [$0], as: UTF16.self) }
        let documents = stride(from: 0, to: all.count, by: 500).map { start in
            SearchDocument(
                url: "/\(start)/", kind: .document(.page), title: "题",
                text: Array(all[start..<min(start + 500, all.count)].joined().utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .undivided, jobs: 2))
        #expect(reader.records.map(\.[6]) == documents.map { String(decoding: $0.fields[4], as: UTF8.self) })
    }

    @Test("facets and lengths of names come back for each document")
    func facets() throws {
        var random = SeededGenerator(seed: 9)
        var documents = documents(50, &random)
        for number in documents.indices {
            documents[number].year = number % 5 == 0 ? nil : .init("\(2019 + number % 3)", order: -number % 3)
            documents[number].methods = (0..<number % 4).map { .init("方法\($0)", order: $0) }
        }
        let root = try IndexReader(SearchIndex(documents, division: .undivided, jobs: 1)).root
        #expect(root.facets[0].values == documents.map { $0.year.map { [$0.name] } ?? [] })
        #expect(root.facets[2].names == ["team"])
        #expect(root.facets[3].values == documents.map { $0.methods.map(\.name) })
        for (level, field) in [3: 2, 4: 1, 5: 0] {
            #expect(
                root.lengths[level]
                    == documents.map { reading in
                        let text = String(decoding: reading.fields[field], as: UTF8.self)
                        return text.utf16.count
                    })
        }
    }

    @Test("words and numbers are found by how they begin, without regard to case and width")
    func words() throws {
        let texts = ["PDCA循环", "ＰＤＣＡ与5S", "pd 2020年", "GB/T 2260", "Überholung", "ДОМ", "12345"]
        let documents = texts.enumerated().map { number, text in
            SearchDocument(url: "/\(number)/", kind: .document(.page), title: "题", text: Array(text.utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 3, blocks: 2), jobs: 1))
        func found(_ word: String) -> [Int] { reader.documents(withPrefix: reader.fold(word)).documents }
        #expect(found("pdc") == [0, 1])
        #expect(found("PD") == [0, 1, 2])
        #expect(found("２") == [2, 3])
        #expect(found("226") == [3])
        #expect(found("überh") == [4])
        #expect(found("дом") == [5])
        #expect(found("345").isEmpty)
        #expect(found("dca").isEmpty)
    }

    @Test("traditional characters, radicals and compatibility forms find simplified ones, and the reverse")
    func folding() throws {
        let documents = ["質量信得過班組", "质量信得过班组", "⼯程質量", "豈有"].enumerated().map { number, text in
            SearchDocument(url: "/\(number)/", kind: .document(.page), title: "题", text: Array(text.utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 4, blocks: 2), jobs: 1))
        for text in ["质量信得过班组", "質量信得過班組", "質量信得过班组"] { #expect(reader.search(run: text) == [0, 1]) }
        #expect(reader.search(run: "工程质量") == [2])
        #expect(reader.search(run: "岂有") == [3])
    }

    @Test("what shows nothing is seen neither in texts nor in what is typed")
    func invisibleCharacters() throws {
        let documents = ["钱\u{200B}湾路面", "钱湾路面", "QC\u{AD}小组", "甲\u{E0041}乙"].enumerated().map { number, text in
            SearchDocument(url: "/\(number)/", kind: .document(.page), title: "题", text: Array(text.utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 4, blocks: 2), jobs: 1))
        let typed = ["钱湾路面", "钱湾\u{FEFF}路面", "\u{2060}钱湾路\u{200D}面\u{200E}", "钱\u{FE00}湾路面", "钱湾\u{E0041}路面"]
        for text in typed { #expect(reader.search(run: text) == [0, 1]) }
        #expect(reader.search(run: "甲乙") == [3])
        #expect(reader.documents(withPrefix: reader.fold("q\u{200B}c")).documents == [2])
    }

    @Test("other forms of a character are that character, and names are as long as they are folded")
    func compatibilityForms() throws {
        let texts = ["50㎡", "50m2", "第Ⅲ标段", "第iii标段", "②号", "2号", "ﬁx", "㈱甲", "ｶﾞ"]
        let documents = texts.enumerated().map { number, text in
            SearchDocument(url: "/\(number)/", kind: .document(.page), title: text)
        }
        let index = SearchIndex(documents, division: .init(shards: 4, blocks: 2), jobs: 1)
        let reader = try IndexReader(index)
        func found(_ word: String) -> [Int] { reader.documents(withPrefix: reader.fold(word)).documents }
        for text in ["50m2", "50㎡", "５０Ｍ²"] { #expect(found(text) == [0, 1]) }
        for text in ["Ⅲ", "iii", "ⅲ"] { #expect(found(text) == [2, 3]) }
        for text in ["2", "②", "₂"] { #expect(found(text) == [4, 5]) }
        #expect(found("fix") == [6])
        #expect(reader.search(run: "株") == [7] && reader.search(run: "カ") == [8])
        #expect(reader.root.lengths[5] == [4, 4, 6, 6, 2, 2, 3, 4, 2])
    }

    @Test("the characters that are not seen are those of Unicode that show nothing")
    func ignoredCharacters() {
        for unit in UInt16.min...UInt16.max {
            guard let scalar = Unicode.Scalar(unit) else { continue }
            let properties = scalar.properties
            let showsNothing =
                properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
                || (properties.generalCategory == .control && !properties.isWhitespace)
            #expect((TextFolding.unitClass(of: unit) == .ignored) == showsNothing, "U+\(String(unit, radix: 16))")
        }
    }

    @Test("characters beyond U+FFFF are found")
    func supplementaryCharacters() throws {
        let documents = ["𠮷野家", "吉野家", "甲𠮷"].enumerated().map { number, text in
            SearchDocument(url: "/\(number)/", kind: .document(.page), title: "题", text: Array(text.utf8))
        }
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 4, blocks: 2), jobs: 1))
        #expect(reader.search(run: "𠮷野") == [0])
        #expect(reader.search(run: "𠮷") == [0, 2])
        #expect(reader.search(run: "野家") == [0, 1])
    }

    @Test("names are told from texts, and one character is found everywhere")
    func fields() throws {
        let documents = [
            SearchDocument(url: "/0/", kind: .document(.page), title: "质量", text: Array("管理".utf8)),
            SearchDocument(url: "/1/", kind: .team, title: "题", team: "质量", enterprise: "质", practices: "QC质量"),
            SearchDocument(url: "/2/", kind: .document(.page), title: "题", text: Array("质量 qc".utf8)),
        ]
        let reader = try IndexReader(SearchIndex(documents, division: .init(shards: 4, blocks: 2), jobs: 1))
        let pair = reader.documents(withRun: reader.fold("质量"))
        #expect(pair.documents == [0, 1, 2])
        #expect(pair.fields == [[1], [], [1], [0]])
        let character = reader.documents(withRun: reader.fold("质"))
        #expect(character.documents == [0, 1, 2])
        #expect(character.fields == [[1], [1], [1], [0]])
        #expect(reader.documents(withPrefix: reader.fold("qc")).fields == [[1], [], [], []])
    }

    @Test("the number of threads makes no difference to a byte")
    func determinism() {
        var random = SeededGenerator(seed: 5)
        let documents = documents(200, &random)
        let division = SearchDivision(shards: 9, blocks: 20)
        let first = SearchIndex(documents, division: division, jobs: 1)
        for jobs in [2, 3, 8] {
            let other = SearchIndex(documents, division: division, jobs: jobs)
            #expect(other.root == first.root)
            #expect(other.parts == first.parts)
        }
        #expect(first.parts.count == division.parts)
    }

    @Test("a small site has one file with all texts, an empty one as well")
    func undivided() throws {
        var random = SeededGenerator(seed: 6)
        let documents = documents(50, &random)
        let index = SearchIndex(documents, division: .undivided, jobs: 2)
        #expect(index.parts.isEmpty)
        let reader = try IndexReader(index)
        #expect(reader.records.map { $0[0] } == documents.map(\.url))
        #expect(reader.records.map { Array($0[6].utf8) } == documents.map { $0.fields[4] })
        #expect(reader.fold("ＱC質") == Array("qc质".utf16))
        #expect(try IndexReader(SearchIndex([], division: .undivided, jobs: 2)).root.count == 0)
        let empty = try IndexReader(SearchIndex([], division: .init(shards: 2, blocks: 2), jobs: 2))
        #expect(empty.root.count == 0)
        #expect(empty.search(run: "质量").isEmpty)
    }

    @Test("all files of an index bear its stamp, and another index has another one")
    func stamps() throws {
        var random = SeededGenerator(seed: 7)
        let documents = documents(40, &random)
        let division = SearchDivision(shards: 3, blocks: 4)
        let one = SearchIndex(documents, division: division, jobs: 2)
        let stamps = Set((one.parts + [one.root]).map { IndexReader.stamp(of: $0) })
        #expect(stamps.count == 1)
        var changed = documents
        changed[7].fields[4] += "新".utf8
        let two = SearchIndex(changed, division: division, jobs: 2)
        #expect(!stamps.contains(IndexReader.stamp(of: two.root)))
    }

    @Test("documents divide into as many blocks as their addresses were listed for", arguments: [0, 1, 5, 1000])
    func blocks(count: Int) {
        for blocks in [1, 2, 9, 2000] {
            let ranges = (0..<blocks).map { SearchIndex.block($0, of: blocks, count: count) }
            #expect(Array(ranges.joined()) == Array(0..<count))
        }
    }

    @Test("sizes divide into as many parts as their addresses were listed for", arguments: [0, 1, 5, 1000])
    func division(count: Int) {
        let sizes = (0..<count).map { $0 % 7 * 10 }
        for parts in [1, 2, 9] {
            let ranges = SearchIndex.division(of: sizes, into: parts)
            #expect(ranges.count == parts)
            #expect(Array(ranges.joined()) == Array(0..<count))
        }
    }
}
