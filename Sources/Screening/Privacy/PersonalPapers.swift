/// Papers that a person carries beside the resident's card, whose numbers have no check digit: the word before one tells it.
struct PersonalPaper {
    let words: [StaticString]
    /// How many letters stand before its digits.
    let letters: ClosedRange<Int>
    /// How many letters and digits it has.
    let length: ClosedRange<Int>

    static let all: [PersonalPaper] = [
        // Passports of China have a letter and eight digits, or two and seven; those of most countries have as many characters
        // (ICAO Doc 9303-4, 4.2.2).
        PersonalPaper(words: ["护照", "passport"], letters: 0...2, length: 8...9),
        // Permits to and from Hong Kong, Macao and Taiwan.
        PersonalPaper(words: ["通行证", "回乡证", "返乡证"], letters: 1...2, length: 9...11),
        PersonalPaper(words: ["台胞证", "大陆通行证", "内地通行证"], letters: 0...0, length: 8...10),
        PersonalPaper(words: ["军官证", "士兵证", "警官证", "军人证", "文职干部证"], letters: 0...0, length: 6...8),
    ]
    /// How many digits any of them has.
    static let digitCounts = 6...10
}

extension PersonalDataScan {
    /// The number of a paper whose digits begin the groups; `nil` for every other number.
    func paper(_ groups: DigitGroups) -> Range<Int>? {
        guard let digits = groups.groups.first, PersonalPaper.digitCounts.contains(digits.digits.count) else {
            return nil
        }
        var start = digits.bytes.lowerBound
        while start > 0, digits.bytes.lowerBound - start < 3, Self.isLetter(bytes[start - 1]) { start -= 1 }
        let letters = digits.bytes.lowerBound - start
        let isKnown = PersonalPaper.all.contains { paper in
            paper.letters.contains(letters) && paper.length.contains(letters + digits.digits.count)
                && follows(paper.words, start)
        }
        return isKnown ? start..<digits.bytes.upperBound : nil
    }
}
