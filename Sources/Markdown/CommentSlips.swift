/// Comments that were meant but not written as such, and comments whose end is not where their writer saw it.
enum CommentSlip: Equatable {
    /// `<!--` without `-->`.
    case unclosed
    /// `<！-- … -->`, `《！-- … --》`, `<!—— … -->`, `<! -- … -->`, `< !-- … -->`: the beginning of no comment.
    case beginning
    /// `——>`, `--＞` inside a comment, which goes on to the next `-->`.
    case end
    /// `<!--` inside a comment, which ends at the first `-->`: what stands between the ends is published, or what was to be
    /// published is hidden.
    case nested
    /// `<!-->` and `<!--->` with a `-->` behind them: they are comments by themselves, and what follows is published.
    case short

    /// What programs for texts make of `--`, and what full-width keyboards write for it.
    private static let dashes = ["——", "—", "––", "–", "－－", "－", "--", "-"]

    /// The length of a beginning that begins none; `nil` for other text, `<!--` itself too.
    static func failedBeginning(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        guard let open = prefix(of: &rest, ["<", "＜", "《"]) else { return nil }
        let blanksBefore = rest.prefix { $0 == 0x20 }.count
        rest = rest.dropFirst(blanksBefore)
        guard blanksBefore <= 2, let mark = prefix(of: &rest, ["!", "！"]) else { return nil }
        let blanks = rest.prefix { $0 == 0x20 }.count
        rest = rest.dropFirst(blanks)
        guard blanks <= 2, let dash = prefix(of: &rest, dashes) else { return nil }
        guard open != "<" || mark != "!" || blanks + blanksBefore > 0 || dash != "--" else { return nil }
        // a < !-1 is a comparison.
        guard blanksBefore == 0 || dash.utf8.count > 1 else { return nil }
        return rest.startIndex - text.startIndex
    }

    /// Where the inside of a comment holds what was meant for its end, or the beginning of another one; the first counts.
    static func slip(inside bytes: ArraySlice<UInt8>) -> (slip: CommentSlip, place: Range<Int>)? {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "<") where bytes[index...].starts(with: "<!--".utf8): return (.nested, index..<index + 4)
            case UInt8(ascii: "-"), 0xE2, 0xEF:
                var rest = bytes[index...]
                guard let dash = prefix(of: &rest, ["——", "—", "––", "–", "－－", "--"]),
                    let sign = prefix(of: &rest, [">", "＞", "》"]), dash != "--" || sign != ">"
                else { continue }
                return (.end, index..<rest.startIndex)
            default: continue
            }
        }
        return nil
    }

    /// Takes off what a text begins with.
    private static func prefix(of text: inout ArraySlice<UInt8>, _ choices: [String]) -> String? {
        guard let found = choices.first(where: { text.starts(with: $0.utf8) }) else { return nil }
        text = text.dropFirst(found.utf8.count)
        return found
    }
}
