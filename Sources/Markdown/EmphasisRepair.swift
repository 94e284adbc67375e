/// Finds emphasis and strikethrough anew, with rules that know Chinese.
///
/// CommonMark decides by the characters beside a run of asterisks whether it can open or close emphasis, and takes for
/// granted that punctuation is followed by a space. In `**质量。**信` or `他说**“好”**。` the closing or the opening run
/// therefore counts for nothing, or for the opposite (commonmark-spec issue 650). Here a Chinese, Japanese or Korean
/// neighbour on either side makes up for the missing space; without such a neighbour the rules are CommonMark's, and so
/// is the way of pairing. `~~` takes part in it, so that it nests with emphasis.
struct EmphasisRepair {
    // Memory that is kept from block to block.
    private var sequence = InlineSequence()
    private var pieces: [InlineSequence.Token] = []
    private var output: [InlineSequence.Token] = []
    private var runs: [Run] = []
    /// Runs that are paired for good; a delimiter token's `index` leads here.
    private var finished: [Run] = []
    private var events: [Event] = []
    /// Runs that could have marked something bold and were left over, as tokens of the text.
    private var leftovers: [InlineSequence.Token] = []

    /// A run of one mark.
    private struct Run {
        let token: Int
        let mark: UInt8
        let length: Int
        var remaining: Int
        var canOpen: Bool
        var canClose: Bool
        let isBetweenSpaces: Bool
        /// Whether it multiplies, or stands between two numbers.
        let isOperator: Bool
        var previous: Int
        var next: Int
        var firstClosing = -1
        var lastClosing = -1
        var firstOpening = -1
    }

    /// A tag to be written before (closing) or behind (opening) what is left of a run.
    private struct Event {
        let kind: InlineSequence.Token.Kind
        var next: Int
    }

    /// Replaces the delimiters of a sequence by emphasis or text.
    ///
    /// - Returns: the runs of two and more asterisks that stay in the text although they touch a word.
    mutating func apply(to content: inout InlineSequence) -> [InlineSequence.Token] {
        swap(&sequence, &content)
        split()
        findRuns()
        write()
        swap(&sequence.tokens, &output)
        swap(&sequence, &content)
        defer {
            output.removeAll(keepingCapacity: true)
            finished.removeAll(keepingCapacity: true)
            events.removeAll(keepingCapacity: true)
            leftovers.removeAll()
        }
        return leftovers
    }

    // MARK: Runs

    /// Cuts the marks out of the text tokens; what stood together in the source becomes one run again.
    private mutating func split() {
        pieces.removeAll(keepingCapacity: true)
        for token in sequence.tokens {
            guard token.kind == .text else {
                Self.append(token, to: &pieces, text: sequence.text)
                continue
            }
            var start = token.text.lowerBound
            while let run = sequence.nextRun(in: start..<token.text.upperBound) {
                if run.lowerBound > start { pieces.append(Self.part(of: token, start..<run.lowerBound, .text)) }
                Self.append(Self.part(of: token, run, .delimiter), to: &pieces, text: sequence.text)
                start = run.upperBound
            }
            if start < token.text.upperBound {
                pieces.append(Self.part(of: token, start..<token.text.upperBound, .text))
            }
        }
        swap(&sequence.tokens, &pieces)
    }

    private static func part(
        of token: InlineSequence.Token, _ text: Range<Int>, _ kind: InlineSequence.Token.Kind
    ) -> InlineSequence.Token {
        var part = token
        part.kind = kind
        part.text = text
        return part
    }

    private static func append(
        _ token: InlineSequence.Token, to tokens: inout [InlineSequence.Token], text: [UInt8]
    ) {
        if token.kind == .delimiter, let last = tokens.last, last.kind == .delimiter,
            last.text.upperBound == token.text.lowerBound, text[last.text.lowerBound] == text[token.text.lowerBound]
        {
            tokens[tokens.count - 1].text = last.text.lowerBound..<token.text.upperBound
        } else {
            tokens.append(token)
        }
    }

    /// Collects the runs and pairs them, the content of each link and each `_emphasis_` by itself.
    private mutating func findRuns() {
        var bottoms: [Int] = []
        for index in sequence.tokens.indices {
            let token = sequence.tokens[index]
            switch token.kind {
            case .delimiter: appendRun(index, token)
            case .linkOpen, .emphasisOpen, .strongOpen: bottoms.append(runs.count)
            case .linkClose, .emphasisClose, .strongClose: pairRuns(from: bottoms.popLast() ?? 0)
            default: break
            }
        }
        pairRuns(from: 0)
    }

    private mutating func appendRun(_ index: Int, _ token: InlineSequence.Token) {
        let mark = sequence.text[token.text.lowerBound]
        let before = neighbour(before: index)
        let after = neighbour(after: index)
        var canOpen = Self.flanks(inner: after, outer: before)
        var canClose = Self.flanks(inner: before, outer: after)
        let isOperator = isOperator(index, token)
        if isOperator || (mark == UInt8(ascii: "~") && token.text.count != 2) {
            canOpen = false
            canClose = false
        }
        runs.append(
            Run(
                token: index, mark: mark, length: token.text.count, remaining: token.text.count, canOpen: canOpen,
                canClose: canClose, isBetweenSpaces: before == .space && after == .space, isOperator: isOperator,
                previous: -1, next: -1))
    }

    /// Whether a run stands between numbers: `600*600`, `8米*2`, `95%*3`; two marks only directly between digits.
    private func isOperator(_ index: Int, _ token: InlineSequence.Token) -> Bool {
        guard token.text.count <= 2, index > 0, index + 1 < sequence.tokens.count else { return false }
        let before = sequence.tokens[index - 1]
        let after = sequence.tokens[index + 1]
        guard before.kind == .text, after.kind == .text, !sequence.isEscaped(after.text.lowerBound) else {
            return false
        }
        if NumberNeighbours.beginsNumber(sequence.text[after.text]),
            NumberNeighbours.endsQuantity(sequence.text[before.text], allowsUnits: token.text.count == 1)
        {
            return true
        }
        guard token.text.count == 1, sequence.text[token.text.lowerBound] == UInt8(ascii: "*") else { return false }
        return NumberNeighbours.areMeasures(sequence.text[before.text], sequence.text[after.text])
            || NumberNeighbours.areFactors(sequence.text[before.text], sequence.text[after.text])
            || (NumberNeighbours.mayBeFactors(sequence.text[before.text], sequence.text[after.text])
                && isInEquation(index))
    }

    /// Whether numbers stand beside a run, spaces left out: `2 ** 3`.
    private func standsBetweenNumbers(_ index: Int) -> Bool {
        guard index > 0, index + 1 < sequence.tokens.count else { return false }
        let (before, after) = (
            sequence.text[sequence.tokens[index - 1].text], sequence.text[sequence.tokens[index + 1].text]
        )
        let spaces = before.reversed().prefix { $0 == 0x20 }.count
        return NumberNeighbours.endsQuantity(before.dropLast(spaces), allowsUnits: true)
            && NumberNeighbours.beginsNumber(after.drop { $0 == 0x20 })
    }

    /// Whether an equals sign stands in the clause of a run: `体积=长*宽*高`. No formula has more marks on one side.
    private func isInEquation(_ index: Int) -> Bool {
        func holds(_ indices: some Sequence<Int>, from side: (ArraySlice<UInt8>) -> ArraySlice<UInt8>) -> Bool {
            for index in indices {
                let token = sequence.tokens[index]
                guard token.kind == .text || token.kind == .delimiter else { return false }
                let text = sequence.text[token.text]
                let clause = side(text)
                if NumberNeighbours.holdsEqualsSign(clause) { return true }
                if clause.count < text.count { return false }
            }
            return false
        }
        return holds((index + 1..<sequence.tokens.count).prefix(8), from: NumberNeighbours.firstClause)
            || holds((0..<index).reversed().prefix(8), from: NumberNeighbours.lastClause)
    }

    private enum Neighbour { case space, punctuation, cjk, other }

    /// Whether a run can have emphasised text on its inner side.
    private static func flanks(inner: Neighbour, outer: Neighbour) -> Bool {
        switch inner {
        case .space: false
        case .punctuation: outer != .other
        case .cjk, .other: true
        }
    }

    private func neighbour(before index: Int) -> Neighbour {
        guard index > 0 else { return .space }
        let token = sequence.tokens[index - 1]
        switch token.kind {
        case .text, .delimiter:
            return Self.neighbour(
                UTF8Scalar.last(of: sequence.text, before: token.text.upperBound, notBefore: token.text.lowerBound))
        case .softBreak, .hardBreak: return .space
        default: return .punctuation
        }
    }

    private func neighbour(after index: Int) -> Neighbour {
        guard index + 1 < sequence.tokens.count else { return .space }
        let token = sequence.tokens[index + 1]
        switch token.kind {
        case .text, .delimiter:
            if sequence.isEscaped(token.text.lowerBound) { return .punctuation }
            return Self.neighbour(UTF8Scalar.first(of: sequence.text, at: token.text.lowerBound).value)
        case .softBreak, .hardBreak: return .space
        default: return .punctuation
        }
    }

    private static func neighbour(_ value: UInt32) -> Neighbour {
        if CharacterClass.isWhiteSpace(value) { return .space }
        if CharacterClass.isCJK(value) { return .cjk }
        return CharacterClass.isPunctuation(value) ? .punctuation : .other
    }

    // MARK: Pairing

    /// Pairs the runs from `bottom` on as CommonMark does ("process emphasis"), and gives up the rest of them.
    private mutating func pairRuns(from bottom: Int) {
        guard bottom < runs.count else { return }
        for index in bottom..<runs.count {
            runs[index].previous = index == bottom ? -1 : index - 1
            runs[index].next = index == runs.count - 1 ? -1 : index + 1
        }
        // Below these no opener can be found: what keeps the search linear. By mark, both-sidedness and length.
        var floors = [Int](repeating: -1, count: 12)
        var closer = bottom
        while closer != -1 {
            guard runs[closer].canClose else {
                closer = runs[closer].next
                continue
            }
            let kind = Self.floorIndex(runs[closer])
            var opener = runs[closer].previous
            var isFound = false
            while opener != -1, opener > floors[kind] {
                if matches(opener, closer) {
                    isFound = true
                    break
                }
                opener = runs[opener].previous
            }
            if isFound {
                closer = pair(opener, closer)
                continue
            }
            floors[kind] = runs[closer].previous
            let next = runs[closer].next
            if !runs[closer].canOpen { unlink(closer) }
            closer = next
        }
        finish(from: bottom)
    }

    private static func floorIndex(_ run: Run) -> Int {
        (run.mark == UInt8(ascii: "*") ? 0 : 6) + (run.canOpen ? 3 : 0) + run.length % 3
    }

    private func matches(_ opener: Int, _ closer: Int) -> Bool {
        let open = runs[opener]
        let close = runs[closer]
        guard open.canOpen, open.mark == close.mark else { return false }
        if open.mark == UInt8(ascii: "~") { return true }
        // The rule of three: `*a**b*` is not `*a*` and `*b*`.
        return !(close.canOpen || open.canClose) || close.length % 3 == 0 || (open.length + close.length) % 3 != 0
    }

    /// Makes emphasis of two runs. Returns the next closer.
    private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
        let width = runs[opener].remaining >= 2 && runs[closer].remaining >= 2 ? 2 : 1
        let isStrike = runs[opener].mark == UInt8(ascii: "~")
        events.append(
            Event(
                kind: isStrike ? .strikeOpen : width == 2 ? .strongOpen : .emphasisOpen,
                next: runs[opener].firstOpening))
        runs[opener].firstOpening = events.count - 1
        events.append(Event(kind: isStrike ? .strikeClose : width == 2 ? .strongClose : .emphasisClose, next: -1))
        if runs[closer].lastClosing >= 0 {
            events[runs[closer].lastClosing].next = events.count - 1
        } else {
            runs[closer].firstClosing = events.count - 1
        }
        runs[closer].lastClosing = events.count - 1
        runs[opener].remaining -= width
        runs[closer].remaining -= width
        runs[opener].next = closer
        runs[closer].previous = opener
        if runs[opener].remaining == 0 { unlink(opener) }
        guard runs[closer].remaining == 0 else { return closer }
        let next = runs[closer].next
        unlink(closer)
        return next
    }

    private mutating func unlink(_ run: Int) {
        let previous = runs[run].previous
        let next = runs[run].next
        if previous != -1 { runs[previous].next = next }
        if next != -1 { runs[next].previous = previous }
    }

    /// Keeps the result of runs that are done with, and takes them out of the list.
    private mutating func finish(from bottom: Int) {
        for run in runs[bottom...] {
            sequence.tokens[run.token].index = finished.count
            finished.append(run)
        }
        runs.removeSubrange(bottom...)
    }

    // MARK: Result

    private mutating func write() {
        output.reserveCapacity(sequence.tokens.count + events.count)
        // Runs of two between spaces, of which two are a pair: `** bold **`.
        var spaced: [InlineSequence.Token] = []
        for (index, token) in sequence.tokens.enumerated() {
            guard token.kind == .delimiter else {
                output.append(token)
                continue
            }
            let run = finished[token.index]
            appendEvents(run.firstClosing, at: token)
            if run.remaining > 0 {
                let start = token.text.lowerBound
                let rest = Self.part(of: token, start..<start + run.remaining, .text)
                // One asterisk alone may be meant as such; one of two that found a partner of one is a slip.
                if run.mark == UInt8(ascii: "*"), token.text.count >= 2, !run.isBetweenSpaces, !run.isOperator {
                    leftovers.append(rest)
                }
                // `~~text` without an end; behind a text, two of them are a tone of voice, and between two a range.
                if run.mark == UInt8(ascii: "~"), run.remaining == 2, run.canOpen, !run.canClose {
                    leftovers.append(rest)
                }
                if run.mark == UInt8(ascii: "*"), run.remaining == 2, token.text.count == 2, run.isBetweenSpaces,
                    !standsBetweenNumbers(index)
                {
                    spaced.append(rest)
                }
                output.append(rest)
            }
            appendEvents(run.firstOpening, at: token)
        }
        for pair in 0..<spaced.count / 2 { leftovers.append(spaced[2 * pair]) }
    }

    private mutating func appendEvents(_ first: Int, at token: InlineSequence.Token) {
        var event = first
        while event != -1 {
            output.append(Self.part(of: token, token.text.lowerBound..<token.text.lowerBound, events[event].kind))
            event = events[event].next
        }
    }
}

extension InlineSequence {
    /// The first run of `*` or `~` in a part of the text that is not escaped.
    fileprivate func nextRun(in range: Range<Int>) -> Range<Int>? {
        text.withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = text[index]
                // Chinese text consists of such bytes.
                if byte >= 0x80 {
                    index += 1
                    continue
                }
                guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~"), !isEscaped(index) else {
                    index += 1
                    continue
                }
                var end = index + 1
                while end < range.upperBound, text[end] == byte, !isEscaped(end) { end += 1 }
                return index..<end
            }
            return nil
        }
    }
}
