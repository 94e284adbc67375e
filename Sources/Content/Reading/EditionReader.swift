import Diagnostics

/// Reads `awards/<year>/index.md`; the roster is added when its file has been read.
enum EditionReader {
    static func read(_ file: SourceFile, path: SitePath, folderYear: Int, findings: inout [Diagnostic]) -> EditionEntry?
    {
        guard var reader = PageReader(file, path: path, schema: .edition, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let year = reader.fields.integer("year", in: folderYear...folderYear)
        if let year, year.value != folderYear {
            reader.fields.report(
                Diagnostic(
                    .metaRange, at: year.range,
                    message: LocalizedText(
                        zh: "年度 \(year.value) 与文件夹 \(folderYear) 不一致。",
                        en: "The year \(year.value) is not that of the folder \(folderYear)."),
                    replacement: String(folderYear)))
        }
        let status = reader.fields.word("status", as: EditionStatus.self)
        let years = EditionYears(folderYear)
        let published = years.date("published", &reader.fields)
        let publicity = publicity(&reader.fields, years)
        let document = reader.fields.text("document")
        let deadline = years.date("deadline", &reader.fields)
        let exchange: EditionEntry.Exchange? = reader.fields.object("exchange", .exchange) { fields in
            EditionEntry.Exchange(
                date: years.date("date", &fields), place: fields.text("place"), form: fields.text("form"))
        }
        let corrections: [EditionEntry.Correction] = reader.fields.objects("corrections", .correction) { fields in
            let id = fields.text("id")
            guard let date = fields.date("date"), let text = fields.text("text") else { return nil }
            return EditionEntry.Correction(date: date, id: id, text: text)
        }
        let announced = announced(&reader.fields)
        if let status, status.value == .publicity, publicity == nil, !reader.fields.has("publicity") {
            reader.fields.report(
                Diagnostic(
                    .metaMissingField, at: status.range,
                    message: LocalizedText(
                        zh: "公示中的年度必须写公示期。", en: "An edition in publicity needs its publicity period."),
                    help: LocalizedText(
                        zh: "请补写“公示期:”及其下的“开始”“结束”“受理部门”。", en: "Add `publicity:` with `from`, `to` and `contact`.")))
        }
        if let deadline, let published, published.value < deadline.value {
            reader.fields.report(
                Diagnostic(
                    .metaRange, at: published.range,
                    message: LocalizedText(zh: "发布日期早于申报截止日期。", en: "The day of publication is before the deadline."),
                    related: [
                        Diagnostic.Related(LocalizedText(zh: "申报截止在这里", en: "the deadline is here"), at: deadline.range)
                    ]))
        }
        if let status, status.value == .final, !reader.fields.has("published") {
            reader.fields.report(EditionChecks.finalWithoutDate(status))
        }
        findings += EditionChecks.findings(status: status, published: published, publicity: publicity)
        guard let page, let year, year.value == folderYear, let status else { return nil }
        return EditionEntry(
            page: page, year: year, status: status, published: published, publicity: publicity, document: document,
            deadline: deadline, exchange: exchange, corrections: corrections, announced: announced, roster: [])
    }

    private static func publicity(_ fields: inout FieldReader, _ years: EditionYears) -> EditionEntry.Publicity? {
        fields.object("publicity", .publicity) { fields in
            let from = years.date("from", &fields)
            let to = years.date("to", &fields) { day in from.map { day >= $0.value } ?? true }
            let contact = fields.text("contact")
            guard let from, let to, let contact else { return nil }
            if to.value < from.value {
                fields.report(
                    Diagnostic(
                        .metaRange, at: to.range,
                        message: LocalizedText(zh: "公示期的结束早于开始。", en: "The publicity period ends before it begins."),
                        help: LocalizedText(
                            zh: "请核对两个日期；如果写反了，开始是 \(to.value)，结束是 \(from.value)。",
                            en:
                                "Check both days; if they are swapped, it begins on \(to.value) and ends on \(from.value)."
                        ),
                        related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: from.range)])
                )
                // Which of the days is right nobody knows: neither may hide the edition.
                return nil
            }
            return EditionEntry.Publicity(from: from, to: to, contact: contact)
        }
    }

    private static func announced(_ fields: inout FieldReader) -> EditionEntry.Announced? {
        fields.object("announced", .announced) { fields in
            let total = fields.integer("total", in: 0...Int.max)
            if let total, total.value < 0 { fields.report(negative(total.range)) }
            let counts = fields.entries("by_province") { name -> (Province?, Diagnostic?) in
                if let province = Province(named: name.value) { return (province, nil) }
                return (nil, ProvinceFinding.unknown(name, rule: .metaType))
            }
            var byProvince: [(province: Located<Province>, count: Located<Int>)] = []
            for (province, tree) in counts {
                guard let count = fields.integer(tree, "by_province", in: 0...Int.max) else { continue }
                if count.value < 0 { fields.report(negative(count.range)) }
                byProvince.append((province, count))
            }
            // Numbers of which one cannot be read are not compared: the province it belongs to would be wrong as well.
            if !fields.findings.isEmpty { byProvince = [] }
            return EditionEntry.Announced(total: total, byProvince: byProvince)
        }
    }
}

extension EditionReader {
    private static func negative(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaRange, at: range, message: LocalizedText(zh: "数量不能是负数。", en: "A number of teams cannot be negative."))
    }
}
