/** Magnitudes of a window of 2ⁿ samples, n ≥ 1: the first half of its spectrum, Hann-weighted. */
export function spectrumOf(size: number): (samples: Float32Array, from: number) => Float32Array {
  const hann = Float32Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size))
  const real = new Float32Array(size)
  const imaginary = new Float32Array(size)
  const magnitudes = new Float32Array(size / 2)
  return (samples, from) => {
    for (let i = 0; i < size; i++) {
      real[i] = (samples[from + i] ?? 0) * (hann[i] ?? 0)
      imaginary[i] = 0
    }
    transform(real, imaginary)
    for (let i = 0; i < size / 2; i++) magnitudes[i] = Math.hypot(real[i] ?? 0, imaginary[i] ?? 0)
    return magnitudes
  }
}

/** Cooley and Tukey's, in place. */
function transform(re: Float32Array, im: Float32Array) {
  const size = re.length
  reverseBits(re, im)
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const [c, s] = [Math.cos((-Math.PI * k) / half), Math.sin((-Math.PI * k) / half)]
      for (let i = k; i < size; i += 2 * half) butterfly(re, im, i, i + half, c, s)
    }
  }
}

function butterfly(re: Float32Array, im: Float32Array, a: number, b: number, c: number, s: number) {
  const [ra, ia, rb, ib] = [re[a] ?? 0, im[a] ?? 0, re[b] ?? 0, im[b] ?? 0]
  const [r, i] = [rb * c - ib * s, rb * s + ib * c]
  re[a] = ra + r
  im[a] = ia + i
  re[b] = ra - r
  im[b] = ia - i
}

function reverseBits(re: Float32Array, im: Float32Array) {
  for (let i = 1, j = 0; i < re.length; i++) {
    let bit = re.length >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      swap(re, i, j)
      swap(im, i, j)
    }
  }
}

function swap(values: Float32Array, a: number, b: number) {
  const kept = values[a] ?? 0
  values[a] = values[b] ?? 0
  values[b] = kept
}
