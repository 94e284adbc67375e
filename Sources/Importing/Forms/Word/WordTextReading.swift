import Documents

/// Characters, signs, fields and formulas of a Word file that is read.
extension WordContentReader {
    // MARK: Text

    /// How the run that is being read looks.
    var run: RunProperties {
        runs.last?.properties ?? styles.run(inParagraphOf: paragraphs.last?.style) ?? RunProperties()
    }

    mutating func settleRun() {
        let paragraph = styles.run(inParagraphOf: paragraphs.last?.style)
        withRun { [styles] in $0.properties = $0.direct.over(styles.run(ofStyle: $0.style)).over(paragraph) }
    }

    mutating func append(text: String) {
        guard !fields.isInCode else { return }
        let run = run
        if let reason = run.reasonToLeaveOut {
            remark(reason, text)
            return
        }
        fields.readResult()
        let text = run.applied(to: withoutPlaces(text, in: run.symbolFont))
        if run.isHint != true, !controls.isEmpty, text.contains(where: { !$0.isWhitespace }) {
            for index in controls.indices { controls[index].hasPlainText = true }
        }
        append(.text(text))
    }

    /// The text with the signs that places in a font of signs stand for. They are private characters from U+F020 on, or
    /// in such a font characters of Latin 1.
    mutating func withoutPlaces(_ text: String, in font: SymbolFont?) -> String {
        // U+F000 to U+F0FF begin with EF 80 to EF 83.
        guard font != nil || text.utf8.contains(0xEF) else { return text }
        var result = ""
        for character in text {
            let place = character.unicodeScalars.count == 1 ? character.unicodeScalars.first?.value ?? 0 : 0
            switch place {
            case 0xF020...0xF0FF:
                if let sign = font?.character(at: place - 0xF000) {
                    result.append(sign)
                } else {
                    remark(.symbol, Self.name(of: place, in: font?.rawValue ?? ""))
                }
            case 0x21...0xFF: result.append(font?.character(at: place) ?? character)
            default: result.append(character)
            }
        }
        return result
    }

    mutating func readSymbol(_ font: String, _ hexadecimal: String) {
        guard let place = UInt32(hexadecimal, radix: 16), !fields.isInCode else { return }
        let isPrivate = (0xF000...0xF0FF).contains(place)
        if let signs = SymbolFont(named: font) {
            guard let sign = signs.character(at: isPrivate ? place - 0xF000 : place) else {
                return remark(.symbol, Self.name(of: place, in: font))
            }
            append(text: String(sign))
        } else if let scalar = Unicode.Scalar(place), !(0xE000...0xF8FF).contains(place), place >= 0x20 {
            append(text: String(scalar))
        } else {
            remark(.symbol, Self.name(of: place, in: font))
        }
    }

    static func name(of place: UInt32, in font: String) -> String {
        (font.isEmpty ? "" : font + " ") + String(place, radix: 16, uppercase: true)
    }

    // MARK: Fields

    mutating func readField(_ type: String?) {
        switch type {
        case "begin": fields.begin(inParagraph: paragraphs.last?.number ?? 0)
        case "separate": fields.separate()
        default:
            guard let field = fields.end(), !field.hasResult, let line = EquationField.line(of: field.code) else {
                return
            }
            append(text: line)
            remark(.formula, line)
        }
    }

    mutating func readFormField(_ name: String, _ attributes: XMLPart.Attributes) {
        let value = attributes["w:val"]
        switch name {
        case "ffData": formField = FormField()
        case "checkBox": formField?.isBox = true
        case "checked": formField?.isChecked = XMLSwitch.isOn(value)
        case "default": formField?.isCheckedAtFirst = XMLSwitch.isOn(value)
        case "listEntry": formField?.entries.append(value ?? "")
        case "result": formField?.entry = value.flatMap { Int($0) } ?? 0
        default: break
        }
    }

    /// A box or a list has no text of its own in the file; its field has begun, and is in its code.
    mutating func endFormField() {
        guard let field = formField else { return }
        formField = nil
        if field.isBox {
            append(.text(field.isChecked ?? field.isCheckedAtFirst ? "☑" : "☐"))
        } else if field.entries.indices.contains(field.entry) {
            append(.text(field.entries[field.entry]))
        }
    }

    // MARK: Formulas

    mutating func endFormula() {
        guard let node = formula.popLast() else { return }
        if !formula.isEmpty {
            formula[formula.count - 1].children.append(node)
            return
        }
        let line = FormulaText.line(of: node)
        guard !line.isEmpty else { return }
        append(text: line)
        remark(.formula, line)
    }
}
