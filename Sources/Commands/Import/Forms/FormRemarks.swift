import Content
import Diagnostics
import Importing
import Rules
import Values

/// What is to be looked at in a form, in words.
extension FormImportReport {
    /// Something to look at.
    struct Remark {
        /// The same for remarks of one sort.
        let key: String
        let rule: Rule
        let severity: Severity
        let message: LocalizedText
    }

    /// What is to be looked at in a form, and why it was taken for its team.
    func remarks(_ draft: FormDraft, _ place: DraftPlacement.Place) -> [Remark] {
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
    func remarks(of place: DraftPlacement.Place) -> [Remark] {
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
    func resubmitted(_ written: DraftWriter.Written) -> (line: String, remarks: [Remark]) {
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

    /// An answer as it was found, for reports of everything.
    func words(for answer: FilledForm.Answer) -> String {
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

    /// A note in words.
    func remark(of note: FormDraft.Note) -> Remark {
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
        case .unsortedText(let paragraphs, let characters, let first):
            made(
                .importReading, .warning, "unsorted text",
                "表里有 \(paragraphs) 段文字（\(characters) 字）不在所列各部分的标题下，照原样放在正文的开头或末尾，第一段是“\(FormWords.shortened(first))”；请归到各部分，不该公开的删去",
                "\(paragraphs.counting("paragraph")) (\(characters) characters) stand below no heading of the form and were put at the beginning or the end of the text as they are, the first of them “\(FormWords.shortened(first))”; sort them into the parts, and take out what is not to be public"
            )
        case .tooManyPictures(let count, let limit):
            made(
                .importLeftOut, .warning, "too many pictures", "一份文件最多带出 \(limit) 张图片，另有 \(count) 张没有带出；请把要用的另外放进文件夹",
                "of one file \(limit) pictures are taken; \(count.counting("picture")) more left out: put those that are needed into the folder by hand"
            )
        case .textBeside(let label):
            made(
                .importLeftOut, .hint, "beside \(label)", "“\(label)”的填写框外还有文字，没有带出",
                "there are words beside the control of “\(label)”, which were not taken")
        }
    }

    /// Types of relations as people know them.
    func name(_ kind: String) -> String {
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

    /// A remark of its words in both languages.
    func made(_ rule: Rule, _ severity: Severity, _ key: String, _ zh: String, _ en: String) -> Remark {
        made(rule, severity, key, LocalizedText(zh: zh, en: en))
    }

    /// A remark of a message.
    func made(_ rule: Rule, _ severity: Severity, _ key: String, _ message: LocalizedText) -> Remark {
        Remark(key: key, rule: rule, severity: severity, message: message)
    }
}
