import Content
import Diagnostics
import Foundation
import Importing
import Rules
import Values

/// What an import of forms did, in words: of a few forms everything, of many a table and what was found more than once.
struct FormImportReport {
    private enum Outcome: String {
        case drafted = "✓"
        case kept = "–"
        case failed = "✗"
    }

    private struct Entry {
        let path: String
        let outcome: Outcome
        /// What became of the file, for a report that tells everything.
        let line: String
        /// Why nothing was made of it.
        var failure: Remark?
        var target = ""
        var team = ""
        var characters = ""
        var missing = ""
        var remarks: [Remark] = []
        var answers: [String] = []
    }

    /// Of the report.
    let language: MessageLanguage
    /// Whether every form gets more than a line.
    let isVerbose: Bool
    private var entries: [Entry] = []
    private var results: [String] = []

    init(language: MessageLanguage, isVerbose: Bool) {
        self.language = language
        self.isVerbose = isVerbose
    }

    /// Whether a file could not be read, or could not be given a place.
    var hasFailures: Bool { entries.contains { $0.outcome == .failed } }

    /// What is to be looked at, as findings in the files.
    var findings: [Diagnostic] {
        entries.flatMap { entry in
            ([entry.failure].compactMap { $0 } + entry.remarks).map { remark in
                Diagnostic(
                    remark.rule, remark.severity, inHandedIn: HandedInPlace(file: entry.path), message: remark.message)
            }
        }
    }

    /// Tells of a file that is no form.
    mutating func add(_ path: String, _ problem: FilledFormProblem) {
        fail(path, .importUnreadable, problem.message.zh, problem.message.en)
    }

    /// Tells of a form that nothing was made of.
    mutating func add(_ path: String, _ refusal: FormDraft.Refusal) {
        let (rule, message) = RefusalWords.words(for: refusal)
        fail(path, rule, message.zh, message.en)
    }

    /// - Parameter candidates: teams of the roster that may be meant.
    mutating func add(_ path: String, _ draft: FormDraft, mayBe candidates: [DraftPlacement.Candidate]) {
        let shown = candidates.prefix(FormWords.maximumShown).map { candidate in
            let name = "\(candidate.id) “\(candidate.team.team)”（\(candidate.team.enterprise)）"
            return text(
                name + candidate.reasons.map { "，" + $0.text.zh }.joined(),
                name + candidate.reasons.map { ", " + $0.text.en }.joined())
        }
        fail(
            path, .importWhichTeam,
            "\(Self.named(draft).zh)是名单上的哪一个班组，要由人来定：\(shown.joined(separator: "；"))。请把申报表或名单上的名称改成一致；确实是另一个班组的，加 --accept new-teams。",
            "names \(Self.named(draft).en); which team of the list that is, a person has to say: \(shown.joined(separator: "; ")). Make the names of form and list agree, or add --accept new-teams if it is another team."
        )
    }

    /// Tells of a form whose team the announced list does not have.
    mutating func add(_ path: String, _ draft: FormDraft, notListedIn year: Int) {
        fail(
            path, .importNewTeam,
            "\(year) 年度名单已公示或公布，其中没有\(Self.named(draft).zh)，没有起草；确实要增加的，加 --accept new-teams。",
            "names \(Self.named(draft).en), which the announced list of \(year) does not have: nothing was drafted; add --accept new-teams if it is to be added."
        )
    }

    /// The team of a draft with its enterprise, where it names one.
    private static func named(_ draft: FormDraft) -> LocalizedText {
        FormWords.named(draft.team, draft.enterprise)
    }

    private mutating func fail(_ path: String, _ rule: Rule, _ zh: String, _ en: String) {
        entries.append(
            Entry(
                path: path, outcome: .failed, line: text("✗ \(path)：\(zh)", "✗ \(path) \(en)"),
                failure: made(rule, .error, "failure", zh, "The form \(en)")))
    }

    /// - Parameter twin: the file of the same team that was read before.
    mutating func add(_ path: String, _ draft: FormDraft, twinOf twin: String, _ reasons: [MatchReason]) {
        let why = text(
            reasons.map { "，" + $0.text.zh }.joined(), reasons.map { ", " + $0.text.en }.joined())
        entries.append(
            Entry(
                path: path, outcome: .kept,
                line: text(
                    "– \(path)：与 \(twin) 是同一个班组\(why)，没有再起草；请核对以哪一份为准",
                    "– \(path) is of the same team as \(twin)\(why) and was left alone; see which of them counts"),
                team: draft.team, characters: String(draft.characterCount),
                remarks: [
                    made(
                        .importDuplicate, .warning, "twin",
                        "与 \(twin) 是同一个班组\(reasons.map { "，" + $0.text.zh }.joined())，没有再起草",
                        "the same team as \(twin)\(reasons.map { ", " + $0.text.en }.joined()); left alone")
                ]))
    }

    /// Tells what was written of a form.
    mutating func add(_ path: String, _ draft: FormDraft, _ written: DraftWriter.Written) {
        let target = written.made.first ?? written.kept.first ?? ""
        let place = "\(written.place.year)/\(written.place.id)"
        guard !written.made.isEmpty else {
            let result = resubmitted(written)
            entries.append(
                Entry(
                    path: path, outcome: .kept, line: "– \(path)" + text("：", ": ") + target + result.line,
                    target: place, team: draft.team, characters: String(draft.characterCount),
                    remarks: result.remarks + remarks(of: written.place)))
            return
        }
        let answers = draft.form.answers
        func count(_ origin: FilledForm.Origin) -> Int { answers.count { $0.origin == origin } }
        let found = text(
            "按编号 \(count(.tag))、按栏目名 \(count(.label))、缺 \(count(.missing))、填写不一致 \(count(.duplicate))、没有看懂的栏目 \(draft.form.unknownAnswers.count)",
            "by tag \(count(.tag)), by label \(count(.label)), missing \(count(.missing)), ambiguous \(count(.duplicate)), labels not understood \(draft.form.unknownAnswers.count)"
        )
        entries.append(
            Entry(
                path: path, outcome: .drafted,
                line: "✓ \(path) → \(target)"
                    + text("（\(draft.characterCount) 字；\(found)）", " (\(draft.characterCount) characters; \(found))"),
                target: place, team: draft.team, characters: String(draft.characterCount),
                missing: String(draft.missingCount), remarks: remarks(draft, written.place),
                answers: answers.map { "\($0.label)：\(words(for: $0))" }))
    }

    /// Files of folders that were not looked into.
    mutating func addSkipped(_ paths: [String]) {
        guard !paths.isEmpty else { return }
        let shown = paths.prefix(FormWords.maximumShown)
        let rest = paths.count > shown.count
        results.append(
            text(
                "没有读取（不是 Word 文件）\(paths.count) 个：\(shown.joined(separator: "、"))\(rest ? "等" : "")。",
                "Not read, being no Word files: \(shown.joined(separator: ", "))\(rest ? " and \(paths.count - shown.count) more" : "")."
            ))
    }

    /// Tells of rows for rosters that were written.
    mutating func addRosters(_ files: [(year: Int, path: String, isRoster: Bool)]) {
        for file in files {
            results.append(
                file.isRoster
                    ? text("名单行：\(file.path)", "Roster rows: \(file.path)")
                    : text(
                        "名单行：\(file.path)（\(file.year) 年度已有名单，不改动）。核对后并入：showcase import roster \(file.path) --year \(file.year)",
                        "Roster rows: \(file.path) (that of \(file.year) is left alone). To take them over: showcase import roster \(file.path) --year \(file.year)"
                    ))
        }
    }

    /// - Parameter years: those whose page was made.
    mutating func addEditions(_ years: [Int]) {
        for path in years.map(DraftEdition.path) {
            results.append(
                text(
                    "年度草稿：\(path)（原来没有），请填写后再公示。",
                    "Draft of the edition, which was missing: \(path), to be filled in."))
        }
    }

    /// The whole report.
    func text(isDryRun: Bool) -> String {
        func count(_ outcome: Outcome) -> Int { entries.count { $0.outcome == outcome } }
        let total = text(
            "\(isDryRun ? "（试运行，没有写文件）" : "")共 \(entries.count) 份：起草 \(count(.drafted)) 份，已有 \(count(.kept)) 份，不能用 \(count(.failed)) 份。",
            "\(isDryRun ? "(dry run, nothing was written) " : "")\(entries.count.counting("form")): \(count(.drafted)) drafted, \(count(.kept)) there already, \(count(.failed)) not usable."
        )
        let lines = isVerbose ? everything : table + gathered + entries.filter { $0.outcome == .failed }.map(\.line)
        return (lines + results + [total]).map { VisibleText.oneLine($0) + "\n" }.joined()
    }

    private var table: [String] {
        let header = [
            "", text("文件", "file"), text("编号", "id"), text("班组", "team"), text("字数", "characters"),
            text("缺项", "missing"),
        ]
        let rows = entries.map {
            [$0.outcome.rawValue, $0.path, $0.target, $0.team, $0.characters, $0.missing]
        }
        return rows.isEmpty ? [] : AlignedTable.lines([header] + rows)
    }

    /// Each remark once with the files it is about; of remarks of one sort that differ, the first few.
    private var gathered: [String] {
        var groups: [(key: String, remarks: [(path: String, text: String)])] = []
        var places: [String: Int] = [:]
        for entry in entries {
            for remark in entry.remarks {
                let place = places[remark.key] ?? groups.count
                if place == groups.count { groups.append((remark.key, [])) }
                places[remark.key] = place
                groups[place].remarks.append((entry.path, remark.message[language]))
            }
        }
        return groups.flatMap { group -> [String] in
            let rest = group.remarks.count - FormWords.maximumShown
            if group.remarks.count > 1, Set(group.remarks.map(\.text)).count == 1 {
                let files = group.remarks.prefix(3).map { URL(fileURLWithPath: $0.path).lastPathComponent }
                return [
                    text(
                        "! \(group.remarks[0].text)（\(group.remarks.count) 份：\(files.joined(separator: "、"))\(group.remarks.count > 3 ? "等" : "")）",
                        "! \(group.remarks[0].text) (\(group.remarks.count.counting("form")): \(files.joined(separator: ", "))\(group.remarks.count > 3 ? " …" : ""))"
                    )
                ]
            }
            return group.remarks.prefix(FormWords.maximumShown).map {
                text("! \($0.path)：\($0.text)", "! \($0.path): \($0.text)")
            }
                + (rest > 0 ? [text("    ……同类还有 \(rest) 处", "    … and \(rest) more of the same sort")] : [])
        }
    }

    private var everything: [String] {
        entries.flatMap { entry in
            let remarks = entry.remarks.filter { $0.key != "twin" }
            return [entry.line] + remarks.map { "    ! " + $0.message[language] } + entry.answers.map { "      " + $0 }
        }
    }

    /// The words in the language of the report.
    func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
