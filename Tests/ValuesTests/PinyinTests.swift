import Foundation
import Testing

@testable import Values

@Suite("Pinyin")
struct PinyinTests {
    @Test(
        "a name becomes a slug of lower-case ASCII",
        arguments: [
            ("QC小组", "qc-xiao-zu"), ("5S管理", "5s-guan-li"), ("PDCA循环", "pdca-xun-huan"),
            ("浙江澄湖市政建设有限公司", "zhe-jiang-cheng-hu-shi-zheng-jian-she-you-xian-gong-si"),
            ("重庆银行", "chong-qing-yin-hang"), ("长沙", "chang-sha"), ("隧道与地下工程", "sui-dao-yu-di-xia-gong-cheng"),
            ("吕梁", "lu-liang"), ("A&B 公司（样例）", "a-b-gong-si-yang-li"),
        ])
    func slug(name: String, expected: String) {
        #expect(Pinyin(texts: [name]).slug(name) == expected)
    }

    @Test("a name without letters, digits or Han yields no slug")
    func emptySlug() {
        #expect(Pinyin(texts: ["——？"]).slug("——？") == "")
    }

    @Test("names sort by pinyin, not by code point")
    func order() {
        let names = ["重庆", "安徽", "北京", "浙江", "厦门"]
        let pinyin = Pinyin(texts: names)
        #expect(names.sorted { pinyin.sortKey($0) < pinyin.sortKey($1) } == ["安徽", "北京", "重庆", "厦门", "浙江"])
    }

    @Test("other scripts are romanised as well")
    func otherScripts() {
        #expect(Pinyin(texts: ["Müller 路"]).slug("Müller 路") == "m-u-ller-lu")
    }

    /// With `RECORD=1` the table is written anew from the toolchain's ICU (readings of CLDR and Unihan). Addresses are
    /// made of it, so that a newer ICU must not change it by itself.
    @Test("the table has a reading for each character of the block that has one")
    func table() throws {
        let scalars = PinyinTable.scalars.compactMap(Unicode.Scalar.init)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let readings = Pinyin.transformed(scalars)
            let words = scalars.map { scalar in (readings[scalar] ?? "").isEmpty ? "-" : readings[scalar] ?? "-" }
            let lines = stride(from: 0, to: words.count, by: 16).map { start in
                "    " + words[start..<min(start + 16, words.count)].joined(separator: " ")
            }
            let source = """
                extension PinyinTable {
                    /// Sixteen characters a line, in the order of the code points; `-` where a character has no reading.
                    static let readings: StaticString = \"\"\"
                \(lines.map { "    " + $0 }.joined(separator: "\n"))
                        \"\"\"
                }

                """
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/Values/Pinyin/PinyinReadings.swift")
            try Data(source.utf8).write(to: file)
        }
        #expect(scalars.count == 20_992)
        let known = scalars.filter { PinyinTable.syllable(of: $0)?.isEmpty == false }
        #expect(known.count > 20_900)
        for (character, syllable) in [("一", "yi"), ("市", "shi"), ("政", "zheng"), ("龥", "yu"), ("吕", "lu")] {
            #expect(PinyinTable.syllable(of: try #require(character.unicodeScalars.first)) == syllable)
        }
    }

    @Test("a character has all readings that it has in words, the commonest in names first")
    func readings() throws {
        func readings(_ character: String) throws -> [String] {
            Pinyin.readings(of: try #require(character.unicodeScalars.first))
        }
        #expect(try readings("盾") == ["dun"])
        for (character, expected) in [("重", ["zhong", "chong"]), ("行", ["xing", "hang"]), ("长", ["chang", "zhang"])] {
            #expect(Set(try readings(character)).isSuperset(of: expected), "\(character)")
            #expect(Set(try readings(character)).count == (try readings(character)).count)
        }
        for other in ["a", "1", "，", "あ", "😀"] { #expect(try readings(other) == []) }
    }
}
