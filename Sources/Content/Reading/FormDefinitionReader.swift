import Diagnostics
import Fields
import Forms
import Rules
import Values

/// Reads `form.yaml`.
struct FormDefinitionReader {
    private let id: String
    /// Names of fields with the places where they are first used.
    private var names: [String: SourceRange] = [:]
    /// Where each destination is first named.
    private var destinations: [FormField.Destination: SourceRange] = [:]
    private var findings: [Diagnostic] = []
    /// Whether the section has numbers with a maximum since its beginning or its last total.
    private var hasSummands = false

    static let maximumByteCount = 64 * 1024
    private static let usualHeight = 9.0

    /// The definition at the place of its title; `nil` when it has errors.
    ///
    /// - Parameters:
    ///   - file: valid UTF-8.
    ///   - id: the name of the form's folder.
    static func read(_ file: SourceFile, id: String, findings: inout [Diagnostic]) -> Located<FormDefinition>? {
        var own: [Diagnostic] = []
        defer { findings += own }
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: ContentSchema.allNames, findings: &own)
        else {
            if own.isEmpty {
                own.append(
                    Diagnostic(
                        .metaSyntax, at: file.start, message: LocalizedText(zh: "文件是空的。", en: "The file is empty.")))
            }
            return nil
        }
        guard case .mapping(let pairs) = tree.value else {
            own.append(
                Diagnostic(
                    .metaSyntax, at: tree.range,
                    message: LocalizedText(zh: "表格定义应由“字段名: 值”组成。", en: "A form definition is made of `name: value`.")))
            return nil
        }
        var reader = FormDefinitionReader(id: id)
        var fields = FieldReader(pairs, schema: .formDefinition, place: pairs.first?.key.range ?? file.start)
        let definition = reader.definition(&fields)
        own += fields.findings + reader.findings
        return own.contains { $0.severity == .error } ? nil : definition
    }

    private init(id: String) { self.id = id }

    private mutating func definition(_ fields: inout FieldReader) -> Located<FormDefinition>? {
        let title = fields.value(of: FormDefinitionFields.title.chinese)
        let titleEnglish = fields.value(of: FormDefinitionFields.title.english)
        let version = fields.value(of: FormDefinitionFields.version)
        if let version, !Slug.isValid(version.value) {
            report(
                .formField, at: version.range, zh: "版本“\(version.value)”不能写进文件名。",
                en: "The version “\(version.value)” cannot stand in a file's name.",
                help: LocalizedText(zh: "请写年份，如 \"2020\"。", en: "Write a year, such as \"2020\"."))
        }
        let formats = fields.value(of: FormDefinitionFields.formats).map(\.value)
        let sections = fields.objects(FormDefinitionFields.sections) { section(&$0) }
        let note = text(FormDefinitionFields.note, &fields)
        guard let title, let version else { return nil }
        let definition = FormDefinition(
            id: id, title: FormText(title.value, english: titleEnglish?.value), version: version.value,
            formats: formats.isEmpty ? [.docx, .pdf] : formats, sections: sections, note: note)
        return Located(definition, at: title.range)
    }

    private mutating func section(_ fields: inout FieldReader) -> FormSection? {
        let place = fields.place
        hasSummands = false
        let title = text(FormSectionFields.title, &fields)
        let columns = columns(&fields)
        let hasBorders = fields.flag(FormSectionFields.borders, otherwise: true)
        let beginsPage = fields.value(of: FormSectionFields.newPage) != nil
        let fontSize = number(FormSectionFields.fontSize, &fields) ?? FormSection.usualFontSize
        var places: [SourceRange] = []
        let rows = fields.objects(FormSectionFields.rows) { fields -> FormRow? in
            places.append(fields.place)
            let height = number(FormRowFields.height, &fields) ?? Self.usualHeight
            return FormRow(height: height, cells: fields.objects(FormRowFields.cells) { cell(&$0) })
        }
        // What cannot be read would leave holes, which are not the mistake.
        guard fields.findings.isEmpty, findings.isEmpty else { return nil }
        let section = FormSection(
            title: title, columns: columns, hasBorders: hasBorders, beginsPage: beginsPage, fontSize: fontSize,
            rows: rows)
        let grid = FormGrid(section)
        for fault in grid.faults { report(fault, in: places, at: place) }
        return grid.faults.isEmpty ? labelled(section, grid, rowPlaces: places) : nil
    }

    private mutating func columns(_ fields: inout FieldReader) -> [Double] {
        let texts = fields.texts(FormSectionFields.columns)
        let widths = texts.compactMap { Double($0.value) }.filter { $0 >= 5 }
        if widths.count != texts.count || widths.reduce(0, +) > FormGrid.textWidth {
            report(
                .formGrid, at: texts.first?.range ?? fields.place,
                zh: "列宽应是毫米数，每列不小于 5，合计不超过 \(Int(FormGrid.textWidth))（A4 纸的版心）。",
                en: "Columns are widths in millimetres, at least 5 each, together at most \(Int(FormGrid.textWidth)).")
        }
        return widths
    }

    private mutating func cell(_ fields: inout FieldReader) -> FormCell? {
        let label = text(FormCellFields.label, &fields)
        let words = text(FormCellFields.text, &fields)
        var inputs: [FormField] = []
        if let input = fields.object(FormCellFields.field, { field(&$0) }) { inputs.append(input) }
        inputs += fields.objects(FormCellFields.fields) { field(&$0) }
        let span = whole(FormCellFields.span, &fields) ?? 1
        let rowSpan = whole(FormCellFields.rowSpan, &fields) ?? 1
        let hasFields = fields.has(FormCellFields.field) || fields.has(FormCellFields.fields)
        if hasFields, inputs.isEmpty, fields.findings.isEmpty, findings.isEmpty {
            report(.formField, at: fields.place, zh: "单元格里没有填写项。", en: "The cell has no field.")
        }
        guard [label != nil, words != nil, hasFields].filter({ $0 }).count == 1 else {
            report(
                .formField, at: fields.place, zh: "一个单元格写“栏目名”“文字”“填写项”中的一项。",
                en: "A cell has one of `label`, `text` and `field`.")
            return nil
        }
        if let label { return FormCell(.label(label), span: span, rowSpan: rowSpan) }
        if let words { return FormCell(.text(words), span: span, rowSpan: rowSpan) }
        return FormCell(.fields(inputs), span: span, rowSpan: rowSpan)
    }

    private mutating func field(_ fields: inout FieldReader) -> FormField? {
        let name = name(&fields)
        let type = fields.value(of: FormInputFields.type)
        let label = text(FormInputFields.label, &fields)
        let hint = text(FormInputFields.hint, &fields)
        let minimum = located(FormInputFields.minimum, .formField, &fields)
        let maximum = located(FormInputFields.maximum, .formField, &fields)
        let choices = fields.value(of: FormInputFields.choices)
        var partPlaces: [SourceRange] = []
        let parts = fields.objects(FormInputFields.parts) { fields -> FormField.Part? in
            partPlaces.append(fields.place)
            return part(&fields)
        }
        reportTwins(parts, at: partPlaces)
        let destination = fields.value(of: FormInputFields.destination)
        let isRequired = fields.value(of: FormInputFields.isRequired) != nil
        if let minimum, let maximum, minimum.value > maximum.value {
            report(.formField, at: maximum.range, zh: "上限小于下限。", en: "The maximum is below the minimum.")
        }
        guard let name, let type else { return nil }
        if type.value == .number, maximum != nil { hasSummands = true }
        findings +=
            FormFieldChecks(
                type: type, limits: [minimum, maximum].compactMap { $0 }, choices: choices, parts: partPlaces.first,
                destination: destination, isRequired: isRequired, hasSummands: hasSummands
            ).findings
        if type.value == .total { hasSummands = false }
        if let destination { reportTwin(destination) }
        let kind: FormField.Kind =
            switch type.value {
            case .text: .text
            case .longText:
                .longText(minimum: minimum.map { Int($0.value) }, maximum: maximum.map { Int($0.value) }, parts: parts)
            case .number: .number(minimum: minimum?.value, maximum: maximum?.value)
            case .total: .total
            case .date: .date
            case .choice: .choice(choices.map(\.value))
            case .checkbox: .checkbox
            case .stamp: .stamp
            }
        return FormField(
            name: name.value, label: label ?? FormText(""), kind: kind,
            isPrivate: fields.value(of: FormInputFields.isPrivate) != nil, isRequired: isRequired, hint: hint,
            destination: destination?.value)
    }

    /// Two fields that are written to the same place, of which one would be lost.
    private mutating func reportTwin(_ destination: Located<FormField.Destination>) {
        if let first = destinations[destination.value] {
            findings.append(
                Diagnostic(
                    .formField, at: destination.range,
                    message: LocalizedText(
                        zh: "已有填写项写入“\(destination.value.chineseWord)”。",
                        en: "Another field is written to `\(destination.value.rawValue)` already."),
                    related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is here"), at: first)]))
        }
        destinations[destination.value] = destinations[destination.value] ?? destination.range
    }

    /// Parts of the same title or name, which could not be told apart in a filled form.
    private mutating func reportTwins(_ parts: [FormField.Part], at places: [SourceRange]) {
        guard parts.count == places.count else { return }
        for index in parts.indices {
            let part = parts[index]
            guard parts[..<index].contains(where: { $0.title.chinese == part.title.chinese || $0.name == part.name })
            else { continue }
            report(
                .formField, at: places[index], zh: "各部分的标识和标题都不能重复。",
                en: "Parts of a text differ in name and title.")
        }
    }

    private mutating func part(_ fields: inout FieldReader) -> FormField.Part? {
        let name = fields.value(of: FormPartFields.name)
        if let name, !Slug.isValid(name.value) { reportName(name) }
        let title = text(FormPartFields.title, &fields)
        let hint = text(FormPartFields.hint, &fields)
        guard let name, let title else { return nil }
        return FormField.Part(name: name.value, title: title, hint: hint)
    }

    /// The name of a field, which no other field of the form has.
    private mutating func name(_ fields: inout FieldReader) -> Located<String>? {
        guard let name = fields.value(of: FormInputFields.name) else { return nil }
        if !Slug.isValid(name.value) { reportName(name) }
        if let first = names[name.value] {
            findings.append(
                Diagnostic(
                    .formField, at: name.range,
                    message: LocalizedText(zh: "标识“\(name.value)”重复。", en: "The name “\(name.value)” is used twice."),
                    related: [Diagnostic.Related(LocalizedText(zh: "先在这里用过", en: "it is used here already"), at: first)]
                ))
        }
        names[name.value] = names[name.value] ?? name.range
        return name
    }

    private mutating func reportName(_ name: Located<String>) {
        report(
            .formField, at: name.range, zh: "标识“\(name.value)”只能由小写字母、数字和 - 组成。",
            en: "The name “\(name.value)” may only have a-z, 0-9 and -.")
    }

    /// The section with the label of every field; a field without one could not be found in a filled form.
    private mutating func labelled(_ section: FormSection, _ grid: FormGrid, rowPlaces: [SourceRange]) -> FormSection? {
        var rows: [FormRow] = []
        for (index, row) in section.rows.enumerated() {
            var places = grid.places.filter { $0.row == index }
            let cells = row.cells.map { cell -> FormCell in
                let place = places.isEmpty ? nil : places.removeFirst()
                guard case .fields(let fields) = cell.content, let place else { return cell }
                let label = grid.label(of: place)
                let complete = fields.enumerated().map { position, field in
                    named(field, label, isAlone: position == 0, at: rowPlaces[index])
                }
                return FormCell(.fields(complete), span: cell.span, rowSpan: cell.rowSpan)
            }
            rows.append(FormRow(height: row.height, cells: cells))
        }
        return FormSection(
            title: section.title, columns: section.columns, hasBorders: section.hasBorders,
            beginsPage: section.beginsPage, fontSize: section.fontSize, rows: rows)
    }

    /// - Parameter isAlone: whether it is the first field of its cell, which the label names.
    private mutating func named(
        _ field: FormField, _ label: FormText?, isAlone: Bool, at place: SourceRange
    ) -> FormField {
        let hasOwn = !field.label.chinese.isEmpty
        if !hasOwn, label == nil || !isAlone {
            report(
                .formField, at: place, zh: "填写项“\(field.name)”没有栏目名。", en: "The field “\(field.name)” has no label.",
                help: LocalizedText(
                    zh: "请在它左边或上面放一个写有“栏目名”的单元格，或给它写“栏目名”。一格里有几个填写项时，除第一个外都要写。",
                    en:
                        "Put a cell with a `label` to its left or above it, or give it a `label`; of several fields in a cell all but the first need one."
                ))
        }
        var hasParts = false
        if case .longText(_, _, let parts) = field.kind { hasParts = !parts.isEmpty }
        return FormField(
            name: field.name, label: hasOwn ? field.label : label ?? FormText(field.name), cellLabel: label,
            printsLabel: hasOwn && !hasParts && (label == nil || !isAlone), kind: field.kind,
            isPrivate: field.isPrivate, isRequired: field.isRequired, hint: field.hint,
            destination: field.destination)
    }

    private func text(_ key: TranslatedKey, _ fields: inout FieldReader) -> FormText? {
        let english = fields.value(of: key.english)
        return fields.value(of: key.chinese).map { FormText($0.value, english: english?.value) }
    }

    private mutating func number(_ field: FieldSchema, _ fields: inout FieldReader) -> Double? {
        located(field, .formGrid, &fields)?.value
    }

    private mutating func whole(_ field: FieldSchema, _ fields: inout FieldReader) -> Int? {
        guard let (number, limits) = fields.integer(field) else { return nil }
        guard limits.contains(number.value) else {
            reportLimits(.formGrid, at: number.range, limits)
            return nil
        }
        return number.value
    }

    private mutating func located(_ field: FieldSchema, _ rule: Rule, _ fields: inout FieldReader) -> Located<Double>? {
        guard let (number, limits) = fields.number(field) else { return nil }
        guard limits.contains(number.value) else {
            reportLimits(rule, at: number.range, Int(limits.lowerBound)...Int(limits.upperBound))
            return nil
        }
        return number
    }

    private mutating func reportLimits(_ rule: Rule, at range: SourceRange, _ limits: ClosedRange<Int>) {
        report(
            rule, at: range, zh: "应在 \(limits.lowerBound) 至 \(limits.upperBound) 之间。",
            en: "It is \(limits.lowerBound) to \(limits.upperBound).")
    }

    private mutating func report(_ fault: FormGrid.Fault, in places: [SourceRange], at section: SourceRange) {
        func place(_ row: Int) -> SourceRange { places.indices.contains(row) ? places[row] : section }
        switch fault {
        case .tooWide(let row):
            report(
                .formGrid, at: place(row), zh: "这一行的单元格超出了列数。", en: "The cells of this row go beyond the last column.",
                help: LocalizedText(zh: "请检查“跨列”与“列宽”。", en: "Check `span` and `columns`."))
        case .hole(let row, let columns):
            report(
                .formGrid, at: place(row), zh: "这一行还有 \(columns) 列没有单元格。",
                en: "\(columns) columns of this row have no cell.",
                help: LocalizedText(zh: "请补单元格，或加大“跨列”。", en: "Add cells, or a larger `span`."))
        case .tooDeep(let row):
            report(
                .formGrid, at: place(row), zh: "单元格的“跨行”超出了表格。",
                en: "A cell's `row_span` goes beyond the table.")
        }
    }

    private mutating func report(
        _ rule: Rule, at range: SourceRange, zh: String, en: String, help: LocalizedText? = nil
    ) {
        findings.append(Diagnostic(rule, at: range, message: LocalizedText(zh: zh, en: en), help: help))
    }
}
