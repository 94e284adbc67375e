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

    /// Something to look at.
    private struct Remark {
        /// The same for remarks of one sort.
        let key: String
        let rule: Rule
        let severity: Severity
        let message: LocalizedText
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

    mutating func add(_ path: String, _ problem: FilledFormProblem) {
        fail(path, .importUnreadable, problem.message.zh, problem.message.en)
    }

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

    func text(isDryRun: Bool) -> String {
        func count(_ outcome: Outcome) -> Int { entries.count { $0.outcome == outcome } }
        let total = text(
            "\(isDryRun ? "（试运行，没有写文件）" : "")共 \(entries.count) 份：起草 \(count(.drafted)) 份，已有 \(count(.kept)) 份，不能用 \(count(.failed)) 份。",
            "\(isDryRun ? "(dry run, nothing was written) " : "")\(entries.count.counting("form")): \(count(.drafted)) drafted, \(count(.kept)) there already, \(count(.failed)) not usable."
        )
        let lines = isVerbose ? everything : table + gathered + entries.filter { $0.outcome == .failed }.map(\.line)
        return (lines + results + [total]).map { VisibleText.oneLine($0) + "\n" }.joined()
    }

    // MARK: Many forms

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

    // MARK: A few forms

    private var everything: [String] {
        entries.flatMap { entry in
            let remarks = entry.remarks.filter { $0.key != "twin" }
            return [entry.line] + remarks.map { "    ! " + $0.message[language] } + entry.answers.map { "      " + $0 }
        }
    }

    // MARK: Words

    private func remarks(_ draft: FormDraft, _ place: DraftPlacement.Place) -> [Remark] {
        var remarks: [Remark] = []
        func add(_ rule: Rule, _ severity: Severity, _ key: String, _ zh: String, _ en: String) {
            remarks.append(made(rule, severity, key, zh, en))
        }
        if !draft.privateFields.isEmpty {
            let names = draft.privateFields.joined(separator: "、")
            add(.importPersonalData, .hint, "private", "没有带出（不公开）：\(names)", "left out (private): \(names)")
        }
        if isVerbose, !draft.otherFields.isEmpty {
            let names = draft.otherFields.joined(separator: "、")
            add(.importLeftOut, .hint, "other", "没有带出（网站没有这一项）：\(names)", "left out (no place on the site): \(names)")
        }
        if place.isRecommenderUnknown {
            add(
                .importRecommender, .warning, "recommender \(draft.recommender)",
                "推荐单位“\(draft.recommender)”不在 associations.yaml 中，请核对名称或补上，否则名单通不过检查",
                "the recommender “\(draft.recommender)” is not in associations.yaml; check its name, or add it, else the list does not pass its check"
            )
        }
        if let year = draft.year, year != place.year {
            add(.importYear, .warning, "year", "表上的申报年度是 \(year)", "the form itself says \(year)")
        }
        if place.isKnown {
            add(
                .importWhichTeam, .hint, "known", "名单（或 imports/ 中还没有并入名单的班组）已有 \(place.id)",
                "the roster, or imports/, has \(place.id) already")
        }
        return remarks + self.remarks(of: place) + draft.notes.map(remark)
    }

    /// Why the team is taken for one that is written otherwise, and what else the roster says otherwise.
    private func remarks(of place: DraftPlacement.Place) -> [Remark] {
        var remarks: [Remark] = []
        if !place.reasons.isEmpty, let listed = place.listed {
            remarks.append(
                made(
                    .importWhichTeam, .warning, "reasons",
                    "认作名单上的 \(place.id) “\(listed.team)”：\(place.reasons.map(\.text.zh).joined(separator: "；"))",
                    "taken for \(place.id) “\(listed.team)” of the roster: \(place.reasons.map(\.text.en).joined(separator: "; "))"
                ))
        }
        return remarks
            + place.differences.map { difference in
                let zh = { (words: String) in words.isEmpty ? "没有填" : "“\(words)”" }
                let en = { (words: String) in words.isEmpty ? "nothing" : "“\(words)”" }
                return made(
                    .importWhichTeam, .warning, "difference \(difference.column.name)",
                    "\(difference.column.chineseName)：名单上\(zh(difference.listed))，申报表上\(zh(difference.stated))",
                    "\(difference.column.name): \(en(difference.listed)) in the roster, \(en(difference.stated)) in the form"
                )
            }
    }

    /// What is said of a form whose team has a write-up.
    private func resubmitted(_ written: DraftWriter.Written) -> (line: String, remarks: [Remark]) {
        guard let earlier = written.earlier else {
            return (text(" 已存在，正文相同，没有改动", " is there already, with the same text, and was left alone"), [])
        }
        let changes = earlier.comparison.changes
        let shown = changes.prefix(FormWords.maximumShown).map { change in
            let old = FormWords.shortened(change.old)
            let new = FormWords.shortened(change.new)
            return made(
                .importDuplicate, .warning, "change",
                "原“…\(change.before)[\(old)]\(change.after)…”，新“…\(change.before)[\(new)]\(change.after)…”",
                "was “…\(change.before)[\(old)]\(change.after)…”, is “…\(change.before)[\(new)]\(change.after)…”")
        }
        let rest = changes.count - shown.count
        let more =
            rest > 0
            ? [made(.importDuplicate, .warning, "change", "……另有 \(rest) 处不同", "… and \(rest) more differences")] : []
        if let copy = earlier.copy {
            return (
                text(
                    " 的正文换成了这一份，\(changes.count) 处不同；原来的在 \(copy)",
                    " has the text of this form now, with \(changes.count.counting("difference")); the earlier one is \(copy)"
                ),
                shown + more
            )
        }
        return (
            text(
                " 已存在，没有改动；这一份有 \(changes.count) 处不同，要采用这一份，加 --accept resubmitted",
                " is there already and was left alone; this form has \(changes.count.counting("difference")), and takes its place with --accept resubmitted"
            ), shown + more
        )
    }

    private func words(for answer: FilledForm.Answer) -> String {
        switch answer.origin {
        case .tag: text(answer.text.isEmpty ? "按编号认出，空着" : "按编号认出", answer.text.isEmpty ? "by tag, empty" : "by tag")
        case .label:
            text(
                "按栏目名\(answer.otherName.map { "“\(FormWords.shortened($0))”" } ?? "")认出",
                "by label\(answer.otherName.map { " “\(FormWords.shortened($0))”" } ?? "")")
                + (answer.text.isEmpty ? text("，空着", ", empty") : "")
        case .missing: text("没有找到", "not found")
        case .duplicate: text("几处填写不同，没有采用", "given more than once, differently; not taken")
        }
    }

    private func remark(of note: FormDraft.Note) -> Remark {
        switch note {
        case .missingField(let label):
            made(
                .importAnswer, .warning, "missing \(label)", "没有找到“\(label)”", "“\(label)” was not found")
        case .unfilledField(let label):
            made(.importAnswer, .warning, "unfilled \(label)", "“\(label)”没有填", "“\(label)” is empty")
        case .ambiguousField(let label):
            made(
                .importAnswer, .warning, "ambiguous \(label)", "“\(label)”几处填写不同，没有采用",
                "“\(label)” is given more than once, differently; not taken")
        case .missingPart(let title):
            made(.importAnswer, .warning, "part \(title)", "正文缺“\(title)”", "the text lacks “\(title)”")
        case .length(let count, let minimum, let maximum):
            made(
                .importAnswer, .warning, "length", "正文 \(count) 字，应为 \(minimum) 至 \(maximum) 字",
                "the text has \(count) characters; \(minimum) to \(maximum) are asked for")
        case .personalData(let kind):
            made(.importPersonalData, .warning, "personal", "正文里：\(kind.zh)", "in the text: \(kind.en)")
        case .lostPictures(let pictures):
            made(
                .importLeftOut, .warning, "lost pictures",
                "\(pictures.count) 张图片的格式网页不能显示，没有带出：\(FormWords.list(pictures.map(\.zh), "、"))；请在 Word 中另存为 PNG 后重新插入",
                "\(pictures.count.counting("picture")) of a format that pages cannot show: \(FormWords.list(pictures.map(\.en), ", ")): left out; insert them anew as PNG"
            )
        case .absentPictures(let count):
            made(
                .importLeftOut, .warning, "absent pictures", "\(count) 张图片只是链接，或不在文件里，没有带出；请在 Word 中重新插入",
                "\(count.counting("picture")) only linked to, or missing from the file: left out; insert them anew")
        case .remark(let kind, let count, let words):
            made(
                .importLeftOut, .hint, "remark \(kind.rawValue)",
                ReadingRemarkWords.text(kind, count: count, words: words))
        case .outsideReferences(let kinds):
            made(
                .importLeftOut, .hint, "outside", "文件引用了外面的内容（\(kinds.map(name).joined(separator: "、"))），没有读取",
                "the file refers to what is outside it (\(kinds.joined(separator: ", "))): not looked at")
        case .unusableValue(let value, let label, let expected):
            made(
                .importValue, .warning, "value \(label)", "“\(label)”填的是“\(value)”，\(expected.zh)",
                "“\(label)” is “\(value)”; it must be \(expected.en)")
        case .cleaned(let label, let description, let name):
            made(
                .importReading, .hint, "cleaned \(label)", "“\(label)”里有\(description.zh)，读作“\(name)”",
                "“\(label)” holds \(description.en); it was read as “\(name)”")
        case .leftOffName(let found, let label): leftOff(found, label)
        case .jointEnterprise(let name, let label):
            made(
                .importReading, .hint, "joint \(label)", "“\(label)”有几家企业，读作联合申报：“\(FormWords.shortened(name))”",
                "“\(label)” names several firms and was read as a joint one: “\(FormWords.shortened(name))”")
        case .otherName(let name, let label):
            made(
                .importReading, .hint, "name \(label)", "“\(FormWords.shortened(name))”读作“\(label)”",
                "“\(FormWords.shortened(name))” was read as “\(label)”")
        case .unknownAnswers(let answers):
            made(
                .importLeftOut, .warning, "unknown", "没有看懂的栏目，没有带出：\(FormWords.answers(answers).zh)",
                "labels not understood, left out: \(FormWords.answers(answers).en)")
        case .textBeside(let label):
            made(
                .importLeftOut, .hint, "beside \(label)", "“\(label)”的填写框外还有文字，没有带出",
                "there are words beside the control of “\(label)”, which were not taken")
        }
    }

    /// Types of relations as people know them.
    private func name(_ kind: String) -> String {
        ["image": "图片", "attachedTemplate": "模板", "oleObject": "嵌入的对象", "frame": "框架", "subDocument": "子文档"][kind]
            ?? kind
    }

    /// What stood behind a name. A person is not named.
    private func leftOff(_ found: NameAside.Found, _ label: String) -> Remark {
        switch found.aside {
        case .seal, .particulars:
            made(
                .importReading, .hint, "addition \(label)", "“\(label)”后面的（\(found.text)）不是名称，读作“\(found.name)”",
                "(\(found.text)) behind “\(label)” is no part of the name, which was read as “\(found.name)”")
        case .person, .maybePerson:
            made(
                .importPersonalData, .warning, "addition \(label)", "个人信息不进名单：“\(found.name)”后面的姓名、电话没有带入名称",
                "data about people do not go into the roster: what stands behind “\(found.name)” was left out")
        case .formerName, .laterName, .standing:
            made(
                .importDoubtful, .warning, "addition \(label)",
                "“\(label)”后面的（\(FormWords.shortened(found.text))）没有带入名称，读作“\(found.name)”；企业以前的名称请写进 enterprises.yaml",
                "(\(FormWords.shortened(found.text))) behind “\(label)” was left out of the name, which was read as “\(found.name)”; write earlier names of enterprises into enterprises.yaml"
            )
        }
    }

    private func made(_ rule: Rule, _ severity: Severity, _ key: String, _ zh: String, _ en: String) -> Remark {
        made(rule, severity, key, LocalizedText(zh: zh, en: en))
    }

    private func made(_ rule: Rule, _ severity: Severity, _ key: String, _ message: LocalizedText) -> Remark {
        Remark(key: key, rule: rule, severity: severity, message: message)
    }

    private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
