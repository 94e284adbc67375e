/// Numbers of lists, which readers see counted on from the first whatever stands in the text.
extension DocumentRenderer {
    /// Reports the first item that readers see under another number than it was written with. A list of ones alone, as some
    /// people write, leaves counting to the page.
    mutating func reportRenumbering(_ list: CommonMarkNode) {
        var numbers: [(written: Int, bytes: Range<Int>)] = []
        var item = list.firstChild
        while let current = item {
            guard let number = number(of: current) else { return }
            numbers.append(number)
            item = current.next
        }
        if numbers.allSatisfy({ $0.written == numbers[0].written && $0.written <= 1 }) { return }
        let shown = list.listStart...
        guard let (shown, number) = zip(shown, numbers).first(where: { $0 != $1.written }) else { return }
        report(.renumbered(written: number.written, shown: shown), at: number.bytes)
    }

    /// The number of an item as it is written, with its sign; `nil` where the source has none at its place.
    private func number(of item: CommonMarkNode) -> (written: Int, bytes: Range<Int>)? {
        guard item.startLine > 0, item.startColumn > 0 else { return nil }
        let line = source.lines(item.startLine, through: item.startLine)
        let digits = source.bytes[line].dropFirst(item.startColumn - 1).prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count), let written = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return (written, digits.startIndex..<digits.endIndex + 1)
    }
}
