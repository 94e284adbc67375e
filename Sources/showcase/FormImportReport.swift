import Diagnostics
import FormReading

/// What an import did, in words.
struct FormImportReport {
    let language: MessageLanguage
    /// Whether every form gets more than a line.
    let isVerbose: Bool

    private var lines: [String] = []
    private var drafted = 0
    private var kept = 0
    private var failed = 0
    private var rosters: [String] = []

    init(language: MessageLanguage, isVerbose: Bool) {
        self.language = language
        self.isVerbose = isVerbose
    }

    /// Whether a file could not be read, or could not be given a place.
    var hasFailures: Bool { failed > 0 }

    mutating func add(_ path: String, _ problem: FilledFormProblem) {
        failed += 1
        lines.append(text("✗ \(path)：\(problem.message.zh)", "✗ \(path) \(problem.message.en)"))
    }

    /// - Parameter written: `nil` for a draft without a year.
    mutating func add(_ path: String, _ draft: FormDraft, _ written: DraftWriter.Written?) {
        guard let written else {
            failed += 1
            lines.append(
                text(
                    "✗ \(path)：没有填申报年度，请用 --year 写明。", "✗ \(path) has no year; name one with --year."))
            return
        }
        let answers = draft.form.answers
        func count(_ origin: FilledForm.Origin) -> Int { answers.filter { $0.origin == origin }.count }
        let found = text(
            "标识 \(count(.tag))、栏目名 \(count(.label))、缺 \(count(.missing))、不明 \(count(.duplicate))",
            "by tag \(count(.tag)), by label \(count(.label)), missing \(count(.missing)), ambiguous \(count(.duplicate))"
        )
        let target = written.made.first ?? written.kept.first ?? ""
        if written.made.isEmpty {
            kept += 1
            lines.append(
                text("– \(path)：\(target) 已存在，没有改动", "– \(path): \(target) is there already and was left alone"))
            return
        }
        drafted += 1
        lines.append(
            "✓ \(path) → \(target)"
                + text("（\(draft.characterCount) 字；\(found)）", " (\(draft.characterCount) characters; \(found))"))
        lines += details(draft, written.place).map { "    " + $0 }
        if isVerbose { lines += answers.map { "      \($0.label)：\(words(for: $0))" } }
    }

    mutating func addRosters(_ files: [(year: Int, path: String, isRoster: Bool)]) {
        for file in files {
            rosters.append(
                file.isRoster
                    ? text("名单行写到 \(file.path)。", "Roster rows are in \(file.path).")
                    : text(
                        "\(file.year) 年度已有名单，没有改动；新的行在 \(file.path)，核对后复制进 roster.csv。",
                        "The roster of \(file.year) was left alone; the new rows are in \(file.path), to be copied into it."
                    ))
        }
    }

    func text(isDryRun: Bool) -> String {
        let total = text(
            "\(isDryRun ? "（试运行，没有写文件）" : "")共 \(drafted + kept + failed) 份：起草 \(drafted) 份，已有 \(kept) 份，不能读 \(failed) 份。",
            "\(isDryRun ? "(dry run, nothing was written) " : "")\((drafted + kept + failed).counting("form")): \(drafted) drafted, \(kept) there already, \(failed) not readable."
        )
        return (lines + rosters + [total]).joined(separator: "\n") + "\n"
    }

    // MARK: Words

    private func details(_ draft: FormDraft, _ place: DraftPlacement.Place) -> [String] {
        var details: [String] = []
        if !draft.privateFields.isEmpty {
            let names = draft.privateFields.joined(separator: "、")
            details.append(text("没有带出（不公开）：\(names)", "left out (private): \(names)"))
        }
        if isVerbose, !draft.otherFields.isEmpty {
            let names = draft.otherFields.joined(separator: "、")
            details.append(text("没有带出（网站没有这一项）：\(names)", "left out (no place on the site): \(names)"))
        }
        if place.province == nil {
            details.append(
                text("! 看不出省份，请在名单中补上，或用 --province 写明", "! province unknown; add it to the roster, or use --province"))
        }
        if place.isRecommenderUnknown {
            details.append(
                text(
                    "! 推荐单位“\(draft.recommender)”不在 associations.yaml 中，请核对名称或补上",
                    "! the recommender “\(draft.recommender)” is not in associations.yaml; check its name, or add it"))
        }
        if place.isKnown { details.append(text("名单（或 imports/ 中待并入的行）已有 \(place.id)", "the roster, or imports/, has \(place.id) already")) }
        return details + draft.notes.map { "! " + words(for: $0) }
    }

    private func words(for answer: FilledForm.Answer) -> String {
        switch answer.origin {
        case .tag: text(answer.text.isEmpty ? "按标识认出，空着" : "按标识认出", answer.text.isEmpty ? "by tag, empty" : "by tag")
        case .label:
            text(answer.text.isEmpty ? "按栏目名认出，空着" : "按栏目名认出", answer.text.isEmpty ? "by label, empty" : "by label")
        case .missing: text("没有找到", "not found")
        case .duplicate: text("几处填写不同，没有采用", "given more than once, differently; not taken")
        }
    }

    private func words(for note: FormDraft.Note) -> String {
        switch note {
        case .missingField(let label): text("没有找到“\(label)”", "“\(label)” was not found")
        case .unfilledField(let label): text("“\(label)”没有填", "“\(label)” is empty")
        case .ambiguousField(let label):
            text("“\(label)”几处填写不同，没有采用", "“\(label)” is given more than once, differently; not taken")
        case .missingPart(let title): text("正文缺“\(title)”", "the text lacks “\(title)”")
        case .length(let count, let minimum, let maximum):
            text(
                "正文 \(count) 字，应为 \(minimum) 至 \(maximum) 字",
                "the text has \(count) characters; \(minimum) to \(maximum) are asked for")
        case .personalData(let kind): text("正文里：\(kind.zh)", "in the text: \(kind.en)")
        case .lostPictures(let count):
            text(
                "\(count) 张图片的格式网页不能显示，没有带出",
                "\(count) pictures are of a format that pages cannot show, and were left out")
        case .unusableNumber(let value): text("“\(value)”不是数字", "“\(value)” is no number")
        }
    }

    private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
