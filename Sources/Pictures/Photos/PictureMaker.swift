import CPictures

/// Why nothing can be made of a picture.
package enum PictureProblem: Error, Hashable {
    /// It is cut off or broken; the text says what the library found and may be empty.
    case damaged(String)
    /// It has too many pixels or passes.
    case tooLarge
    case animated
    /// The machine has not the memory for it.
    case noMemory
    /// The file is not there any more, or another one.
    case changed
}

/// Makes the renditions of a picture: upright, in sRGB, without metadata.
enum PictureMaker {
    private static let jpegQuality: Int32 = 80
    private static let webpQuality: Int32 = 78
    /// Letters show what a photo hides.
    private static let drawingQuality: Int32 = 88

    /// What the result depends on besides the picture: the libraries and the settings.
    static let conditions: String = {
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 200) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            showcase_picture_versions(start, buffer.count)
            return String(cString: start)
        }
        return "1 \(text) \(jpegQuality) \(webpQuality) \(drawingQuality)"
    }()

    /// The bytes of all renditions, in the order of the plan.
    ///
    /// - Throws: `PictureProblem`.
    static func renditions(of original: [UInt8], plan: PicturePlan) throws(PictureProblem) -> [[UInt8]] {
        let renditions = plan.renditions
        var largest = showcase_picture()
        defer { showcase_picture_free(&largest) }
        try read(original, plan: plan, as: plan.largest, into: &largest)
        var results: [PictureRendition: [UInt8]] = [:]
        for rendition in renditions where rendition.format == .jpeg {
            var picture = showcase_picture()
            defer { showcase_picture_free(&picture) }
            let status = showcase_picture_resize(&largest, Int32(rendition.width), Int32(rendition.height), &picture)
            guard status == SHOWCASE_PICTURE_OK else { throw .noMemory }
            for format in [PictureRendition.Format.webp, .jpeg] {
                let key = PictureRendition(format: format, width: rendition.width, height: rendition.height)
                results[key] = try encoded(&picture, as: format, isDrawing: plan.header.format.isDrawing)
            }
        }
        return renditions.compactMap { results[$0] }
    }

    /// Decodes a picture to its smallest size, and throws it away.
    ///
    /// - Throws: `PictureProblem`.
    static func verify(_ original: [UInt8], plan: PicturePlan) throws(PictureProblem) {
        var picture = showcase_picture()
        defer { showcase_picture_free(&picture) }
        try read(original, plan: plan, as: plan.renditions[0], into: &picture)
    }

    private static func read(
        _ original: [UInt8], plan: PicturePlan, as rendition: PictureRendition, into picture: inout showcase_picture
    ) throws(PictureProblem) {
        var reason = showcase_reason()
        let status = original.withUnsafeBufferPointer {
            showcase_picture_read(
                $0.baseAddress, $0.count, plan.header.format.code, Int32(plan.header.orientation),
                Int64(PictureLimits.maximumPixels), Int32(rendition.width), Int32(rendition.height), &picture, &reason)
        }
        switch Int(status) {
        case SHOWCASE_PICTURE_OK: return
        case SHOWCASE_PICTURE_TOO_LARGE: throw .tooLarge
        case SHOWCASE_PICTURE_ANIMATED: throw .animated
        case SHOWCASE_PICTURE_NO_MEMORY: throw .noMemory
        default:
            let text = withUnsafePointer(to: reason.text) {
                $0.withMemoryRebound(to: CChar.self, capacity: 200) { String(cString: $0) }
            }
            throw .damaged(text)
        }
    }

    private static func encoded(
        _ picture: inout showcase_picture, as format: PictureRendition.Format, isDrawing: Bool
    ) throws(PictureProblem) -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status =
            switch format {
            case .jpeg:
                showcase_picture_write_jpeg(
                    &picture, isDrawing ? drawingQuality : jpegQuality, isDrawing ? 1 : 0, &bytes, &count)
            case .webp:
                showcase_picture_write_webp(
                    &picture, isDrawing ? drawingQuality : webpQuality, isDrawing ? 1 : 0, &bytes, &count)
            }
        defer { showcase_bytes_free(bytes) }
        guard status == SHOWCASE_PICTURE_OK, let bytes else { throw .noMemory }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
