// Pages are drawn for recognition alone, which browsers have not.
function none() {
  throw new Error('pages cannot be drawn here')
}

export const createCanvas = none
export const loadImage = none
