import Diagnostics
import Fields
import Rules
import Values

/// Reads the fields of an edition that take more than their type.
enum EditionFieldReading {
    /// The year, which is that of the folder.
    static func year(_ fields: inout FieldReader, _ name: String) -> Located<Int>? {
        guard let folderYear = fields.folderYear else { return fields.limitedInteger(name) }
        guard let year = fields.integer(name, in: folderYear...folderYear) else { return nil }
        guard year.value != folderYear else { return year }
        fields.report(
            Diagnostic(
                .metaRange, at: year.range,
                message: LocalizedText(
                    zh: "年度 \(year.value) 与文件夹 \(folderYear) 不一致。",
                    en: "The year \(year.value) is not that of the folder \(folderYear)."),
                replacement: String(folderYear)))
        return nil
    }

    static func publicity(_ fields: inout FieldReader) -> EditionEntry.Publicity? {
        let from = fields.dayOfEdition(PublicityFields.from.schema.english)
        let to = fields.dayOfEdition(PublicityFields.to.schema.english) { day in
            from.map { day >= $0.value } ?? true
        }
        let contact = fields.value(of: PublicityFields.contact)
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
                    related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: from.range)]))
            // Which of the days is right nobody knows: neither may hide the edition.
            return nil
        }
        return EditionEntry.Publicity(from: from, to: to, contact: contact)
    }

    static func announced(_ fields: inout FieldReader) -> EditionEntry.Announced? {
        let total = fields.value(of: AnnouncedFields.total)
        if let total, total.value < 0 { fields.report(negative(total.range)) }
        var byProvince = fields.value(of: AnnouncedFields.byProvince)
        // Numbers of which one cannot be read are not compared: the province it belongs to would be wrong as well.
        if !fields.findings.isEmpty { byProvince = [] }
        return EditionEntry.Announced(total: total, byProvince: byProvince)
    }

    static func counts(_ fields: inout FieldReader, _ name: String) -> [EditionEntry.Announced.Count]? {
        let entries = fields.entries(name) { name -> (Province?, Diagnostic?) in
            if let province = Province(named: name.value) { return (province, nil) }
            return (nil, ProvinceFinding.unknown(name, rule: .metaType))
        }
        var counts: [EditionEntry.Announced.Count] = []
        for (province, tree) in entries {
            guard let count = fields.integer(tree, name, in: 0...Int.max) else { continue }
            if count.value < 0 { fields.report(negative(count.range)) }
            counts.append((province, count))
        }
        return nonEmpty(counts)
    }

    private static func negative(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaRange, at: range, message: LocalizedText(zh: "数量不能是负数。", en: "A number of teams cannot be negative."))
    }
}

extension FieldReader {
    /// Reads a day of the edition whose file this is.
    ///
    /// - Parameter isPossible: what else must hold of a day for it to be proposed.
    /// - Returns: `nil` also for a day that cannot be meant, so that nothing follows from it.
    mutating func dayOfEdition(
        _ name: String, where isPossible: @escaping (CalendarDate) -> Bool = { _ in true }
    ) -> Located<CalendarDate>? {
        guard let folderYear else { return date(name, where: isPossible) }
        return EditionYears(folderYear).date(name, &self, where: isPossible)
    }
}
