import Content
import Diagnostics
import Rules
import Testing
import Values

@testable import Importing

@Suite("Rules of tables to import")
struct ImportRuleTests {
    /// The list of 2020 with one team, in publicity or still a draft.
    private func imported(_ table: String, isAnnounced: Bool) throws -> Result<RosterImport, TableProblem> {
        let surroundings = RosterSurroundings(year: 2020, isChinese: true, isAnnounced: isAnnounced)
        let roster = "编号,班组名称,企业名称,省份,申报方式\njs-001,乙班组,乙市政有限公司,江苏,自荐\n"
        do {
            return .success(
                try RosterImport(
                    Array(table.utf8), name: "t.csv", into: RosterFile(Array(roster.utf8), path: "roster.csv"),
                    surroundings: surroundings))
        } catch let problem as TableProblem {
            return .failure(problem)
        }
    }

    private func findings(_ table: String, of rule: Rule) throws -> [Diagnostic] {
        var isAnnounced = false
        if case .announcedTable = rule.example.frame { isAnnounced = true }
        switch try imported(table, isAnnounced: isAnnounced) {
        case .success(let imported): return imported.findings(in: "lists/t.csv")
        case .failure(let problem): return [problem.finding(in: "lists/t.csv")]
        }
    }

    private static let rules = Rule.importRules.filter {
        switch $0.example.frame {
        case .resultTable, .announcedTable: true
        default: false
        }
    }

    @Test("the wrong table of a rule breaks it in the file that was named, the right one does not", arguments: rules)
    func examples(rule: Rule) throws {
        let wrong = try findings(rule.example.wrong, of: rule)
        let right = try findings(rule.example.right, of: rule)
        #expect(wrong.contains { $0.rule == rule && $0.severity == rule.severity }, "\(wrong.map(\.message.zh))")
        #expect(wrong.allSatisfy { $0.path == "lists/t.csv" && $0.range == nil })
        #expect(!right.contains { $0.rule == rule }, "\(right.map(\.message.zh))")
    }

    @Test("findings of a table stand at line and column, and in every format under the name of its file")
    func formats() throws {
        let table = "编号,班组名称,企业名称,省份,推荐单位,备注\nzj_1,甲班组,浙江甲市政有限公司,浙江,自荐,电话 13812345678\n"
        let report = DiagnosticReport.of(try findings(table, of: .importValue))
        func shown(_ format: OutputFormat) -> String { format.render(report, language: .en, isColored: false) }
        #expect(
            shown(.plain) == """
                lists/t.csv:1:6: hint: A roster has no column “备注”; it is left out. [import/left-out]
                lists/t.csv:2:1: error: The id “zj_1” may only have a-z, 0-9 and -; with an empty cell one is proposed. [import/value]

                """)
        #expect(
            shown(.json).split(separator: "\n").last == """
                {"rule":"import/value","severity":"error","file":"lists/t.csv","line":2,"column":1,"endLine":2,"endColumn":1,"message":"The id “zj_1” may only have a-z, 0-9 and -; with an empty cell one is proposed."}
                """)
        #expect(shown(.github).contains("::error file=lists/t.csv,line=2,col=1,"))
        #expect(shown(.junit).contains("name=\"lists/t.csv:2:1\""))
        #expect(shown(.gitlab).contains("\"path\": \"lists/t.csv\""))
        #expect(shown(.sarif).contains("\"startLine\": 2"))
        #expect(shown(.text).contains(" --> lists/t.csv:2:1\n"))
        for format in OutputFormat.allCases { #expect(!shown(format).contains("13812345678")) }
    }

    @Test(
        "a cell of a workbook is named as its program does, and its row counts as a line",
        arguments: [
            ("名单!B12", 12, 2), ("名单!AA3", 3, 27), ("名单!7", 7, 1), ("二、浙江!C1", 1, 3),
        ])
    func cells(spot: String, line: Int, column: Int) throws {
        let finding = Diagnostic(
            .importValue, inHandedIn: HandedInPlace(file: "名单.xlsx", spot: spot),
            message: LocalizedText(zh: "不能用。", en: "cannot be used."))
        let report = DiagnosticReport.of([finding])
        func shown(_ format: OutputFormat) -> String { format.render(report, language: .zh, isColored: false) }
        #expect(shown(.json).contains("\"line\":\(line),\"column\":\(column),"))
        #expect(shown(.json).contains("\"place\":\"\(spot)\""))
        #expect(shown(.plain) == "名单.xlsx:\(spot): error: 不能用。 [import/value]\n")
        #expect(shown(.sarif).contains("\"fullyQualifiedName\": \"\(spot)\"") && !shown(.sarif).contains("startLine"))
    }

    @Test("a question names its answers as the way on, and none when it was answered")
    func questions() throws {
        let table = "班组名称,企业名称,省份,推荐单位\n甲班组,浙江甲市政有限公司,浙江,鸿远市政协会\n"
        for accepted in [[], [ImportAcceptance.unknownRecommenders]] as [Set<ImportAcceptance>] {
            let imported = try RosterImport(
                Array(table.utf8), name: "t.csv", into: nil,
                surroundings: RosterSurroundings(
                    year: 2020, isChinese: true,
                    associations: [.init(id: "a", name: "浙江样例协会", province: Province(named: "浙江"))]),
                accepting: accepted)
            let finding = try #require(imported.notes.first { $0.rule == .importRecommender })
            #expect(finding.severity == (accepted.isEmpty ? .error : .warning))
            #expect(
                finding.help?.zh
                    == (accepted.isEmpty
                        ? "如果推荐单位的名称没有错，只是 associations.yaml 里还没有，加 --accept unknown-recommenders" : nil))
        }
    }
}
