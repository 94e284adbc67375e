import Foundation
import Testing

@testable import Rules

/// Editors are no programmers: words that only programs' authors use stand in no text of the program or its themes.
@Suite("Words of Chinese texts")
struct ChineseWordingTests {
    private static let jargon = ["元数据", "豁免", "待并入", "字符串"]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    /// `path:line: word` of each line that holds one; comments of code are for authors.
    private static func places(below folder: String, ending: String) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(ending) }.sorted().flatMap { name in
            let text = try String(contentsOf: root.appending(path: folder + "/" + name), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().compactMap { number, line -> String? in
                guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { return nil }
                return jargon.first { line.contains($0) }.map { "\(folder)/\(name):\(number + 1): \($0)" }
            }
        }
    }

    @Test("no message, help or theme has a word of programmers")
    func words() throws {
        // The words of all trades stand in the table of readings, and 布尔津 in that of counties.
        let places = try Self.places(below: "Sources", ending: ".swift").filter {
            !$0.contains("PinyinPhrases.swift") && !$0.contains("CountyTable.swift")
        }
        #expect(places == [])
        #expect(try Self.places(below: "themes", ending: "zh-CN.yaml") == [])
    }

    @Test("numbers in Chinese texts of rules have no commas, and keys of fields are Chinese")
    func rules() {
        let keys = /\b(title|summary|description|aliases|consent|published|contacts|as_of|base_url|sample|because)\b/
        for rule in RuleCatalogue.rules {
            for text in [rule.summary.zh, rule.reason.zh] {
                #expect(text.firstMatch(of: /[0-9],[0-9]{3}/) == nil, "\(rule.name)")
                // Rules about finished pages speak of HTML.
                guard !rule.name.hasPrefix("html/"), !rule.name.hasPrefix("theme/") else { continue }
                // The record of addresses is a file, with a name of its own.
                #expect(
                    text.replacing("published-urls.txt", with: "").firstMatch(of: keys) == nil, "\(rule.name)")
            }
        }
    }
}
