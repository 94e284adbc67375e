import Documents

/// SVG drawings: what is published of one runs nothing, and is published again as it is.
enum DrawingTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let drawing: DrawingContents
        do {
            drawing = try DrawingContents(bytes)
        } catch is DocumentProblem {
            return DocumentPromises.broken(by: bytes, named: "drawing.svg")
        } catch {
            return ["a drawing is refused by \(error)"]
        }
        do {
            let again = try DrawingContents(drawing.published)
            var broken: [String] = []
            if !again.contents.activeParts.isEmpty {
                broken.append("what is published runs \(again.contents.activeParts)")
            }
            if again.published != drawing.published { broken.append("what is published is published otherwise") }
            return broken + DocumentPromises.broken(by: bytes, named: "drawing.svg")
        } catch {
            return ["what is published cannot be read: \(error)"]
        }
    }
}
