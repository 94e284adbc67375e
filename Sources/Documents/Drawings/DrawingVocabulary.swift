import Foundation

/// The elements and attributes of drawings that are published (SVG 2, appendices F and G; SVG 1.1, appendices K and L): all that
/// draw, none that run, load or move.
enum DrawingVocabulary {
    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect", "circle", "ellipse",
        "line",
        "polyline", "polygon", "text", "tspan", "textPath", "tref", "image", "marker", "pattern", "linearGradient",
        "radialGradient", "stop", "clipPath", "mask", "view", "filter", "feBlend", "feColorMatrix",
        "feComponentTransfer",
        "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode",
        "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    ]

    /// Elements that browsers do not draw: they are left out, and nothing is missing.
    private static let undrawn: Set<String> = [
        "metadata", "flowRoot", "flowRegion", "flowPara", "flowSpan", "flowDiv", "font", "font-face", "font-face-src",
        "font-face-name", "font-face-uri", "glyph", "missing-glyph", "hkern", "vkern", "cursor", "color-profile",
        "meshgradient", "mesh", "meshrow", "meshpatch", "hatch", "hatchpath", "solidColor", "solidcolor",
    ]

    /// Names that run or load in one namespace or another.
    private static let running: Set<String> = [
        "script", "handler", "listener", "iframe", "frame", "object", "embed", "applet", "audio", "video", "canvas",
        "animate", "animateMotion", "animateTransform", "animateColor", "set", "discard", "stylesheet", "include",
    ]

    /// The name under which an element is written; `nil` for one that is left out. A link is a group: in a drawing it leads
    /// away from the page without a word.
    static func writtenName(of name: String, in parent: String?) -> String? {
        if name == "a" { return "g" }
        return elements.contains(name) ? name : nil
    }

    /// Whether an element may go without a finding: nobody sees it, or a picture of it stands beside it.
    static func mayBeLeftOut(_ name: String, in parent: String?) -> Bool {
        // Drawing programs put text for browsers beside plain text, as a choice.
        if name == "foreignObject" { return parent == "switch" }
        return undrawn.contains(name) || name.hasPrefix("{") || name.contains(":")
    }

    /// Whether an element runs or loads something wherever it stands.
    static func runs(_ name: String) -> Bool {
        let local = name.split(whereSeparator: { $0 == "}" || $0 == ":" }).last.map(String.init) ?? name
        // Other programs have objects of their own, which are nothing to a browser.
        let isNameOfBrowsers = local == name || name.hasPrefix("xhtml:")
        return isNameOfBrowsers ? running.contains(local) : local == "script" || local == "handler"
    }

    /// What becomes of an attribute.
    enum Judgement {
        case kept, leftOut, active
        /// It holds a picture, which is kept.
        case picture([UInt8])
    }

    static func judgement(of attribute: (name: String, value: String), on element: String) -> Judgement {
        let name = attribute.name
        if name.lowercased().hasPrefix("on") { return .active }
        if name == "href" || name == "xlink:href" { return address(attribute.value, on: element) }
        guard attributes.contains(name) else { return .leftOut }
        guard !plain.contains(name) else { return .kept }
        return DrawingStyle.loads(attribute.value, isSheet: false) ? .active : .kept
    }

    private static func address(_ value: String, on element: String) -> Judgement {
        // Browsers pass over blanks and control characters before and in an address.
        let address = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 0x20 }))
        if element == "a" {
            return ["javascript:", "data:", "vbscript:"].contains(where: address.lowercased().hasPrefix)
                ? .active : .leftOut
        }
        if address.isEmpty { return .leftOut }
        if address.hasPrefix("#") { return .kept }
        guard element == "image" || element == "feImage", address.lowercased().hasPrefix("data:image/"),
            let comma = address.firstIndex(of: ","), address[..<comma].lowercased().hasSuffix(";base64"),
            let data = Data(
                base64Encoded: String(address[address.index(after: comma)...]), options: .ignoreUnknownCharacters)
        else { return .active }
        let bytes = Array(data)
        return [.jpeg, .png, .gif, .webp].contains(FileKind(bytes)) ? .picture(bytes) : .active
    }

    /// Attributes whose values are names, words and numbers, never of CSS.
    private static let plain: Set<String> = [
        "id", "class", "lang", "xml:space", "xml:lang", "role", "aria-label", "aria-labelledby", "aria-describedby",
        "title",
        "d", "points", "values", "type", "media", "systemLanguage", "requiredFeatures", "requiredExtensions", "result",
        "in",
        "in2", "tableValues", "kernelMatrix",
    ]

    private static let attributes: Set<String> = [
        "id", "class", "style", "lang", "xml:space", "xml:lang", "role", "aria-label", "aria-hidden", "aria-labelledby",
        "aria-describedby", "tabindex", "version", "baseProfile", "x", "y", "x1", "y1", "x2", "y2", "z", "cx", "cy",
        "r", "rx", "ry",
        "fx", "fy", "fr", "dx", "dy", "d", "points", "width", "height", "viewBox", "preserveAspectRatio", "transform",
        "gradientTransform", "gradientUnits", "patternTransform", "patternUnits", "patternContentUnits", "spreadMethod",
        "offset", "clipPathUnits", "maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight",
        "refX",
        "refY", "orient", "pathLength", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing",
        "side",
        "requiredFeatures", "requiredExtensions", "systemLanguage", "type", "media", "title", "enable-background",
        "overflow",
        "filterUnits", "primitiveUnits", "filterRes", "in", "in2", "result", "mode", "values", "operator", "k1", "k2",
        "k3",
        "k4", "order", "kernelMatrix", "divisor", "bias", "targetX", "targetY", "edgeMode", "kernelUnitLength",
        "preserveAlpha", "surfaceScale", "diffuseConstant", "specularConstant", "specularExponent", "scale",
        "xChannelSelector", "yChannelSelector", "azimuth", "elevation", "stdDeviation", "radius", "baseFrequency",
        "numOctaves", "seed", "stitchTiles", "tableValues", "slope", "intercept", "amplitude", "exponent", "pointsAtX",
        "pointsAtY", "pointsAtZ", "limitingConeAngle", "flood-color", "flood-opacity", "lighting-color", "zoomAndPan",
        "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation",
        "color-interpolation-filters", "color-rendering", "direction", "display", "dominant-baseline", "fill",
        "fill-opacity", "fill-rule", "filter", "font", "font-family", "font-size", "font-size-adjust", "font-stretch",
        "font-style", "font-variant", "font-weight", "glyph-orientation-horizontal", "glyph-orientation-vertical",
        "image-rendering", "isolation", "kerning", "letter-spacing", "marker", "marker-end", "marker-mid",
        "marker-start",
        "mask", "mask-type", "mix-blend-mode", "opacity", "paint-order", "pointer-events", "shape-rendering",
        "stop-color",
        "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "text-rendering",
        "transform-origin", "unicode-bidi", "vector-effect", "visibility", "white-space", "word-spacing",
        "writing-mode",
    ]
}
