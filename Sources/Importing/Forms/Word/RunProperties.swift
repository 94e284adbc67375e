import Documents

/// How a run of text looks, as far as that changes what it says (ISO/IEC 29500-1, 17.3.2). `nil` where it is not said.
struct RunProperties: Sendable, Equatable {
    var isHidden: Bool?
    var isStruck: Bool?
    var isDoublyStruck: Bool?
    var isCapital: Bool?
    var alignment: RaisedText.Alignment?
    /// How far the text is above the line, in half-points.
    var position: Int?
    /// The font of Latin characters, where it is one of signs.
    var symbolFont: SymbolFont?
    /// Whether the text looks like the hint of a control.
    var isHint: Bool?

    /// Text that is this much higher, and short, is meant to be raised: a point or two only lines it up with something.
    private static let raisedPosition = 6
    private static let raisedLength = 3
    /// What hints are coloured in by this program's forms and by the style “Placeholder Text” of Word.
    private static let hintColours: Set<String> = ["767676", "808080", "666666"]

    /// What stands here, else what stands in a style.
    func over(_ style: RunProperties?) -> RunProperties {
        guard let style else { return self }
        return RunProperties(
            isHidden: isHidden ?? style.isHidden, isStruck: isStruck ?? style.isStruck,
            isDoublyStruck: isDoublyStruck ?? style.isDoublyStruck, isCapital: isCapital ?? style.isCapital,
            alignment: alignment ?? style.alignment, position: position ?? style.position,
            symbolFont: symbolFont ?? style.symbolFont, isHint: isHint ?? style.isHint)
    }

    /// Takes over one element of the properties of a run.
    mutating func read(_ name: String, _ attributes: XMLPart.Attributes) {
        switch name {
        case "vanish": isHidden = XMLSwitch.isOn(attributes["w:val"])
        case "strike": isStruck = XMLSwitch.isOn(attributes["w:val"])
        case "dstrike": isDoublyStruck = XMLSwitch.isOn(attributes["w:val"])
        case "caps": isCapital = XMLSwitch.isOn(attributes["w:val"])
        case "vertAlign": alignment = attributes["w:val"].flatMap(RaisedText.Alignment.init(rawValue:))
        case "position": position = attributes["w:val"].flatMap { Int($0) }
        case "rFonts": symbolFont = (attributes["w:ascii"] ?? attributes["w:hAnsi"]).flatMap(SymbolFont.init(named:))
        case "color":
            if let colour = attributes["w:val"], Self.hintColours.contains(colour) { isHint = true }
        default: break
        }
    }

    /// Why text of the run stays out; `nil` where it stays in.
    var reasonToLeaveOut: ReadingRemark.Kind? {
        if isHidden == true { return .hidden }
        return isStruck == true || isDoublyStruck == true ? .struck : nil
    }

    /// The text as it is read.
    func applied(to text: String) -> String {
        let text = isCapital == true ? text.uppercased() : text
        if let alignment { return RaisedText.text(text, alignment) }
        guard let position, abs(position) >= Self.raisedPosition, text.count <= Self.raisedLength else { return text }
        return RaisedText.whole(text, position > 0 ? .superscript : .subscript) ?? text
    }
}
