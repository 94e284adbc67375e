import Checking
import Content
import Diagnostics
import Rules
import SiteModel
import Testing
import Values

@Suite("A damaged record of what was published")
struct LedgerDamageTests {
    private static func site() throws -> Site {
        let files = [
            "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n",
            "content/awards/2020/index.md":
                "---\ntitle: 2020年度\nyear: 2020\nstatus: final\npublished: 2020-11-30\n---\n",
            "content/awards/2020/roster.csv":
                "id,team,enterprise,province,mode,recommender\nzj-001,甲班组,浙江甲市政有限公司,浙江,self,\nzj-002,乙班组,浙江乙路桥有限公司,浙江,self,\n",
        ]
        let loaded = try SiteLoader.load(.memory(files.mapValues { Array($0.utf8) }), jobs: 1)
        let day = try #require(CalendarDate(iso: "2021-06-30"))
        return SiteAssembler.assemble(
            try #require(loaded.content), options: .init(day: day, includesDrafts: false)
        ).site
    }

    /// What somebody, or a program, did to the file.
    enum Accident: String, CaseIterable, CustomTestStringConvertible {
        case emptied, blank, foreign, spaces, someSpaces, unknownWord, shortTeam, badYear, badDay, badStanding, merge
        case utf16, utf16LittleEndian, gbk, zeros, cutInLine, cutBehindLine, cutBehindList, headLost, teamLost,
            teamTwice
        case idTwice, placeWithoutMark

        var testDescription: String { rawValue }

        func happen(to text: String) -> [UInt8] {
            func lines(_ keep: (Int, Substring) -> Bool) -> [UInt8] {
                let lines = text.split(separator: "\n").enumerated().filter { keep($0.offset, $0.element) }
                return Array(lines.map { $0.element + "\n" }.joined().utf8)
            }
            func replaced(_ old: String, _ new: String) -> [UInt8] { Array(text.replacing(old, with: new).utf8) }
            let all = text.split(separator: "\n").count
            return switch self {
            case .emptied: []
            case .blank: Array("\n\n".utf8)
            case .foreign: Array("hello\n".utf8)
            case .spaces: replaced("\t", "    ")
            case .someSpaces: replaced("@team\t2020/zj-002\t", "@team\t2020/zj-002 ")
            case .unknownWord: replaced("@end", "@other\tx\n@end")
            case .shortTeam: replaced("@end", "@team\t2020\n@end")
            case .badYear: replaced("@list\t2020", "@list\t20x0")
            case .badDay: replaced("\theld\t\tself\n@name", "\twithdrawn\t2021-13-01\tself\n@name")
            case .badStanding: replaced("\theld", "\tfine")
            case .merge: replaced("@team\t2020/zj-002", "<<<<<<< HEAD\n@team\t2020/zj-002")
            case .utf16: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            // 班 in GBK.
            case .gbk: Array(text.utf8) + Array("@name\t/enterprises/x/\t".utf8) + [0xB0, 0xE0, 0x0A]
            case .zeros: [UInt8](repeating: 0, count: 4096)
            case .cutInLine: Array(Array(text.utf8).prefix(text.utf8.count / 2))
            case .cutBehindLine: lines { index, _ in index < all / 2 }
            case .cutBehindList: lines { index, _ in index < all - 1 }
            case .headLost: lines { index, _ in index > 0 }
            case .teamLost: lines { _, line in !line.hasPrefix("@team\t2020/zj-002") }
            case .teamTwice: replaced("@end", "@team\t2020/zj-001\t丙班组\t浙江丙公司\t浙江\theld\n@end")
            // In a record of an earlier version, which has no numbers.
            case .idTwice:
                Array("/\n@list\t2020\tfinal\n@team\t2020/zj-001\t甲\t乙\n@team\t2020/zj-001\t丙\t丁\n".utf8)
            case .placeWithoutMark: replaced("@end", "/a b/\n@end")
            }
        }
    }

    @Test("is one error, whatever happened to it, and nothing that it says is believed", arguments: Accident.allCases)
    func damaged(_ accident: Accident) throws {
        let site = try Self.site()
        let bytes = accident.happen(to: URLLedger.text(of: site))
        let ledger = URLLedger(SourceFile(path: URLLedger.path, bytes: bytes))
        let found = ledger.findings(in: site, outlines: PageOutlines([]))
        #expect(found.map(\.rule) == [.damagedRecord])
        #expect(ledger.damage?.severity == .error)
        #expect(found[0].message.zh.hasPrefix("公开记录 published-urls.txt 已损坏："))
        #expect(found[0].message.en.hasPrefix("The record published-urls.txt is damaged: "))
        // Nobody is led to take honoured teams from a list.
        #expect(found[0].help?.zh.contains("删去这一行") == false)
    }

    @Test("is found at its line")
    func place() throws {
        let text = "/\n/about/ #history\n@list    2020    final\n"
        let damage = try #require(URLLedger(SourceFile(path: URLLedger.path, text: text)).damage)
        #expect(damage.range?.start.line == 3)
        #expect(damage.message.zh == "公开记录 published-urls.txt 已损坏：这一行看不懂。")
    }

    @Test("is none that is in another order, was saved by Windows or was written by an earlier version")
    func whole() throws {
        let site = try Self.site()
        let text = URLLedger.text(of: site)
        #expect(text.hasPrefix("@begin\n/") && text.hasSuffix("\n@end\n"))
        let sorted = text.split(separator: "\n").sorted().joined(separator: "\n")
        let earlier = text.split(separator: "\n").filter { $0 != "@begin" && $0 != "@end" }.map {
            $0.hasPrefix("@list") ? "@list\t2020\tfinal" : String($0)
        }.joined(separator: "\n")
        for kept in [text, sorted, earlier, "\u{FEFF}" + text.replacing("\n", with: "\r\n"), "/\n", text + "\n"] {
            let ledger = URLLedger(SourceFile(path: URLLedger.path, text: kept))
            #expect(ledger.findings(in: site, outlines: PageOutlines([])).map(\.message.zh) == [])
            #expect(URLLedger.text(of: site, after: ledger) == text)
        }
    }

    @Test("of thousands of addresses that are gone, the first are told and the others counted")
    func manyVanished() throws {
        let site = try Self.site()
        let old = (1...5_000).map { "/old/\($0)/\n" }.joined()
        let ledger = URLLedger(SourceFile(path: URLLedger.path, text: old))
        let found = ledger.findings(in: site, outlines: PageOutlines([]))
        #expect(found.count == URLLedger.maximumVanished + 1)
        #expect(found.last?.message.zh == "从这一行起，另有 4800 个公开过的网址没有了，不再一一列出。")
        #expect(found.last?.range?.start.line == 201)
    }
}
